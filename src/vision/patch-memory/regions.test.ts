import fc from "fast-check";
import { expect, it } from "vitest";
import { regionsAbove } from "./regions.ts";

const source = { widthPx: 640, heightPx: 480 };
const mapOf = (rows: number, columns: number, distances: readonly number[]) => ({
  rows,
  columns,
  distances: Float32Array.from(distances),
  maximum: Math.max(...distances),
});

it("boxes each connected part in source pixels, strongest first", () => {
  const map = mapOf(
    3,
    4,
    [
      [0, 0, 0, 9],
      [5, 0, 0, 0],
      [0, 6, 0, 0],
    ].flat(),
  );
  expect(regionsAbove(map, 4, source)).toEqual([
    { x: 480, y: 0, width: 160, height: 160, distance: 9, areaPx: 25600 },
    { x: 0, y: 160, width: 320, height: 320, distance: 6, areaPx: 51200 },
  ]);
});

it("finds nothing at the threshold itself", () => {
  expect(regionsAbove(mapOf(1, 2, [3, 3]), 3, source)).toEqual([]);
});

it("keeps every box inside the picture", () => {
  const cells = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 35, maxLength: 35 });
  fc.assert(
    fc.property(
      cells,
      fc.integer({ min: 33, max: 999 }),
      fc.integer({ min: 33, max: 999 }),
      (values, widthPx, heightPx) => {
        for (const { x, y, width, height } of regionsAbove(mapOf(5, 7, values), 0.5, { widthPx, heightPx })) {
          expect(x >= 0 && y >= 0 && width > 0 && height > 0).toBe(true);
          expect(x + width <= widthPx && y + height <= heightPx).toBe(true);
        }
      },
    ),
  );
});
