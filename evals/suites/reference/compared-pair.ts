// What the comparison finds on one pair, counted at every threshold of a fixed list: the threshold can then be chosen
// on some pairs and judged on the others, without looking at a picture again.
import { z } from "zod";
import type { Box } from "../../../src/domain/region.ts";
import { iou } from "../../../src/domain/region.ts";
import type { Size } from "../../../src/vision/input-size.ts";
import type { DistanceMap } from "../../../src/vision/patch-memory/distance-map.ts";
import { differenceRegions } from "../../../src/vision/reference/difference-regions.ts";
import { enlarge } from "../../metrics/enlarge.ts";

/** From faint to strong: 1 - SSIM runs from 0 to 2. */
export const THRESHOLDS: readonly number[] = Array.from({ length: 30 }, (_, i) => 0.05 * (i + 1));

export const RegionCounts = z.object({
  /** True regions, and how many of them a found one overlaps by enough. */
  true: z.int(),
  recalled: z.int(),
  /** Found regions, and how many of them overlap a true one by enough. */
  found: z.int(),
  right: z.int(),
});
export type RegionCounts = z.infer<typeof RegionCounts>;

export const PixelCounts = z.object({
  truePositives: z.int(),
  falsePositives: z.int(),
  falseNegatives: z.int(),
});
export type PixelCounts = z.infer<typeof PixelCounts>;

export interface Truth extends Size {
  readonly boxes: readonly Box[];
  /** 1 where the defect is. */
  readonly mask: Uint8Array;
}

export const countRegions = (
  found: readonly Box[],
  { boxes, iouAtLeast }: { boxes: readonly Box[]; iouAtLeast: number },
): RegionCounts => {
  const meets = (one: Box, others: readonly Box[]): boolean =>
    others.some((other) => iou(one, other) >= iouAtLeast);
  return {
    true: boxes.length,
    recalled: boxes.filter((box) => meets(box, found)).length,
    found: found.length,
    right: found.filter((box) => meets(box, boxes)).length,
  };
};

export const regionsAtThresholds = (
  map: DistanceMap,
  { truth, iouAtLeast }: { truth: Truth; iouAtLeast: number },
): RegionCounts[] =>
  THRESHOLDS.map((threshold) =>
    countRegions(differenceRegions(map, threshold, truth), { ...truth, iouAtLeast }),
  );

/** Pixels above each threshold against the true ones, in one pass over the picture. */
export const pixelsAtThresholds = (map: DistanceMap, { mask, ...size }: Truth): PixelCounts[] => {
  const [right, wrong] = [
    new Array<number>(THRESHOLDS.length).fill(0),
    new Array<number>(THRESHOLDS.length).fill(0),
  ];
  const values = enlarge(map, size);
  let marked = 0;
  for (let i = 0; i < values.length; i++) {
    if (mask[i]) marked++;
    const counts = mask[i] ? right : wrong;
    for (let t = 0; t < THRESHOLDS.length && values[i]! > THRESHOLDS[t]!; t++) counts[t]! += 1;
  }
  return THRESHOLDS.map((_, t) => ({
    truePositives: right[t]!,
    falsePositives: wrong[t]!,
    falseNegatives: marked - right[t]!,
  }));
};
