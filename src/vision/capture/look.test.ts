import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import type { Picture } from "../picture.ts";
import { lookAt } from "./look.ts";

interface Golden {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly corners: readonly (readonly [number, number])[];
  readonly cropSums: readonly number[];
  readonly numbers: readonly number[];
}

// Written by training/capture-grade/golden_look.py.
const text = await readFile(new URL("./look.golden.json", import.meta.url), "utf8");
const goldens = JSON.parse(text) as Golden[];

const drawn = ({ widthPx, heightPx }: Pick<Golden, "widthPx" | "heightPx">): Picture => {
  const rgb = new Uint8Array(3 * widthPx * heightPx).map((_, at) => {
    const [x, y] = [Math.floor(at / 3) % widthPx, Math.floor(at / 3 / widthPx)];
    return (x * 7 + y * 13 + Math.floor((x * y) / 8) * 5 + (at % 3) * 50 + Math.floor(x / 16) * 31) % 256;
  });
  return { widthPx, heightPx, rgb };
};

describe.each(goldens)("a look at $widthPx x $heightPx pixels", (golden) => {
  const look = lookAt(drawn(golden));

  it("takes the crops that training takes", () => {
    expect(look.corners.map(({ x, y }) => [x, y])).toEqual(golden.corners);
    const size = look.crops.length / golden.cropSums.length;
    const sums = golden.cropSums.map((_, i) =>
      look.crops.subarray(i * size, (i + 1) * size).reduce((sum, level) => sum + level, 0),
    );
    expect(sums).toEqual(golden.cropSums);
  });

  it("measures what training measures", () => {
    expect(look.numbers.length).toBe(golden.numbers.length);
    const worst = look.numbers.reduce(
      (most, value, i) => Math.max(most, Math.abs(value - (golden.numbers[i] ?? Number.NaN))),
      0,
    );
    expect(worst).toBeLessThan(1e-3);
  });
});

it.each([
  [60_000, 32],
  [32, 32],
  [1, 1],
])("looks at %i x %i pixels without a gap in its numbers", (widthPx, heightPx) => {
  const { numbers, corners } = lookAt({ widthPx, heightPx, rgb: new Uint8Array(3 * widthPx * heightPx) });
  expect(numbers.every(Number.isFinite)).toBe(true);
  expect(corners.length).toBe(9);
});
