import { describe, expect, it } from "vitest";
import { changeMask } from "./mask.ts";
import { SIZE_PX } from "./plane.ts";

const grey = (): Float32Array => new Float32Array(3 * SIZE_PX * SIZE_PX).fill(128);
const at = (x: number, y: number): number => y * SIZE_PX + x;

/** A picture whose pixels in the squares of `sidePx`, given by their corners, are darker. */
const darkened = (corners: readonly (readonly [number, number])[], sidePx: number): Float32Array => {
  const picture = grey();
  for (const [left, top] of corners)
    for (let y = top; y < top + sidePx; y++)
      for (let x = left; x < left + sidePx; x++) picture.fill(60, 3 * at(x, y), 3 * at(x, y) + 3);
  return picture;
};
const marked = (mask: Uint8Array): number =>
  mask.reduce((count, value) => count + (value === 255 ? 1 : 0), 0);

describe("the mask of a drawn defect", () => {
  it("holds what changed and nothing else, the corners of the picture neither", () => {
    const mask = changeMask(grey(), darkened([[100, 200]], 10));
    expect(marked(mask)).toBe(100);
    expect(mask[at(100, 200)]).toBe(255);
    expect(mask[at(99, 200)]).toBe(0);
  });

  it("closes a gap of three pixels and leaves a wide one open", () => {
    const near = changeMask(
      grey(),
      darkened(
        [
          [100, 200],
          [113, 200],
        ],
        10,
      ),
    );
    expect(near[at(111, 205)]).toBe(255);
    const far = changeMask(
      grey(),
      darkened(
        [
          [100, 200],
          [120, 200],
        ],
        10,
      ),
    );
    expect(far[at(115, 205)]).toBe(0);
  });
});
