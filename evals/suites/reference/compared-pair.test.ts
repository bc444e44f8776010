import { expect, it } from "vitest";
import { countRegions, pixelsAtThresholds, regionsAtThresholds, THRESHOLDS } from "./compared-pair.ts";

const box = { x: 2, y: 0, width: 2, height: 2 };
const distances = Float32Array.of(0, 0, 0.52, 0.52, 0, 0.31, 0.52, 0.52);
const map = { rows: 2, columns: 4, distances, maximum: 0.52 };
const truth = { widthPx: 4, heightPx: 2, boxes: [box], mask: Uint8Array.of(0, 0, 1, 1, 0, 0, 1, 1) };
const at = (threshold: number): number => THRESHOLDS.findIndex((value) => Math.abs(value - threshold) < 1e-9);

it("recalls a true region that a found one overlaps by enough, and calls the others wrong", () => {
  const far = { x: 8, y: 8, width: 2, height: 2 };
  expect(countRegions([box, far], { boxes: [box], iouAtLeast: 0.5 })).toEqual({
    true: 1,
    recalled: 1,
    found: 2,
    right: 1,
  });
  expect(countRegions([far], { boxes: [], iouAtLeast: 0.5 })).toEqual({
    true: 0,
    recalled: 0,
    found: 1,
    right: 0,
  });
});

it("finds the region below its height and nothing above it", () => {
  const regions = regionsAtThresholds(map, { truth, iouAtLeast: 0.3 });
  expect(regions[at(0.5)]).toMatchObject({ found: 1, recalled: 1 });
  expect(regions[at(0.55)]).toMatchObject({ found: 0, recalled: 0 });
});

it("counts the pixels above each threshold", () => {
  const pixels = pixelsAtThresholds(map, truth);
  expect(pixels[at(0.3)]).toEqual({ truePositives: 4, falsePositives: 1, falseNegatives: 0 });
  expect(pixels[at(0.5)]).toEqual({ truePositives: 4, falsePositives: 0, falseNegatives: 0 });
  expect(pixels[at(0.55)]).toEqual({ truePositives: 0, falsePositives: 0, falseNegatives: 4 });
});
