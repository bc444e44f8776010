import { expect, it } from "vitest";
import { boxesAbove } from "./boxes-of.ts";

const SIZE = { widthPx: 80, heightPx: 40 };
const mapOf = (peaks: Readonly<Record<number, number>>) => {
  const distances = new Float32Array(8 * 4).fill(-1);
  for (const [i, score] of Object.entries(peaks)) distances[Number(i)] = score;
  return { rows: 4, columns: 8, distances, maximum: Math.max(...distances) };
};

it("draws a box around each peak, as far as the score stays near to it", () => {
  const boxes = boxesAbove(mapOf({ 9: 4, 10: 3, 11: 0.6, 30: 2 }), { threshold: 0.5, largest: 0.1 }, SIZE);
  expect(boxes).toEqual([
    { box: { x: 10, y: 10, width: 20, height: 10 }, score: 4 },
    { box: { x: 60, y: 30, width: 10, height: 10 }, score: 2 },
  ]);
});

it("draws none where nothing lies beyond the threshold, and one where it lies below 0", () => {
  expect(boxesAbove(mapOf({ 9: -0.6 }), { threshold: -0.5, largest: 0.1 }, SIZE)).toEqual([]);
  expect(boxesAbove(mapOf({ 9: -0.2 }), { threshold: -0.5, largest: 0.1 }, SIZE)).toEqual([
    { box: { x: 10, y: 10, width: 10, height: 10 }, score: expect.closeTo(-0.2) },
  ]);
});

it("draws none that is far larger than any known case", () => {
  const all = mapOf(Object.fromEntries(Array.from({ length: 32 }, (_, i) => [i, 2])));
  expect(boxesAbove(all, { threshold: 0.5, largest: 0.05 }, SIZE)).toEqual([]);
});
