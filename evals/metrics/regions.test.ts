import { expect, it } from "vitest";
import { boxesOfRegions, labelRegions } from "./regions.ts";

it("joins pixels that touch at a corner, across no edge of the picture", () => {
  const mask = Uint8Array.of(1, 0, 0, 255, 0, 1, 0, 0, 1, 0, 0, 1);
  const { labels, sizes } = labelRegions(mask, { widthPx: 4, heightPx: 3 });
  expect([...labels]).toEqual([1, 0, 0, 2, 0, 1, 0, 0, 1, 0, 0, 3]);
  expect(sizes).toEqual([3, 1, 1]);
});

it("draws a box around each region", () => {
  const mask = Uint8Array.of(1, 0, 0, 1, 0, 1, 0, 1);
  expect(boxesOfRegions(mask, { widthPx: 4, heightPx: 2 })).toEqual([
    { x: 0, y: 0, width: 2, height: 2 },
    { x: 3, y: 0, width: 1, height: 2 },
  ]);
});
