import { expect, it } from "vitest";
import { drawPart } from "./drawn-part.fixture.ts";
import { faultyLines, lineSteps } from "./lines.ts";

const part = drawPart({ seed: 3, sidePx: 128 });

const withRows = (rows: readonly number[], level: number) => {
  const rgb = Uint8Array.from(part.rgb);
  for (const row of rows) rgb.fill(level, 3 * 128 * row, 3 * 128 * (row + 1));
  return { ...part, rgb };
};

it("finds where the faulty rows are", () => {
  expect(faultyLines(withRows([40, 47], 255))).toEqual({ x: 0, y: 40, width: 128, height: 8 });
});

it("finds a faulty column as well as a row", () => {
  const rgb = Uint8Array.from(part.rgb);
  for (let y = 0; y < 128; y++) rgb.fill(0, 3 * (128 * y + 70), 3 * (128 * y + 71));
  expect(faultyLines({ ...part, rgb })).toEqual({ x: 70, y: 0, width: 1, height: 128 });
});

it("finds nothing on a flat picture", () => {
  expect(
    faultyLines({ widthPx: 64, heightPx: 64, rgb: new Uint8Array(3 * 64 * 64).fill(90) }),
  ).toBeUndefined();
});

it("measures no lines of a picture that has too few", () => {
  expect(lineSteps({ widthPx: 40, heightPx: 4, rgb: new Uint8Array(480) }, "rows")).toEqual([]);
});
