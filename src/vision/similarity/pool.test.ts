import fc from "fast-check";
import { expect, it } from "vitest";
import { describePatches } from "./pool.ts";

/** Two rows of three patches, each with two numbers. */
const grid = {
  rows: 2,
  columns: 3,
  patches: { data: Float32Array.of(1, 0, 2, 0, 3, 0, 0, 1, 0, 2, 0, 3), dims: [6, 2] },
};
const size = { widthPx: 24, heightPx: 16 };
const origin = Float32Array.of(0, 0);
const rounded = (value: number) => Number(value.toFixed(4));
const describedBy = (box?: { x: number; y: number; width: number; height: number }, centre = origin) =>
  Array.from(describePatches(grid, centre, { box, size }), rounded);

it("averages the patches of the whole picture", () => {
  expect(describedBy()).toEqual([Math.SQRT1_2, Math.SQRT1_2].map(rounded));
});

it("averages those under a box, each by its share in it", () => {
  expect(describedBy({ x: 0, y: 0, width: 24, height: 8 })).toEqual([1, 0]);
  // Patch 1 wholly, patch 4 by a half: (1, 0) and half of (0, 1).
  expect(describedBy({ x: 0, y: 0, width: 8, height: 12 })).toEqual([0.8944, 0.4472]);
});

it("sees the mean from the centre, and gives zeros where both are the same", () => {
  expect(describedBy({ x: 0, y: 0, width: 8, height: 8 }, Float32Array.of(2, 0))).toEqual([-1, 0]);
  expect(describedBy({ x: 0, y: 0, width: 8, height: 8 }, Float32Array.of(1, 0))).toEqual([0, 0]);
});

it("has the length 1 for any box inside the picture", () => {
  const edge = fc.double({ min: 0, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(edge, edge, (left, top) => {
      const box = { x: 24 * left, y: 16 * top, width: 24 * (1 - left), height: 16 * (1 - top) };
      expect(Math.hypot(...describePatches(grid, origin, { box, size }))).toBeCloseTo(1, 5);
    }),
  );
});
