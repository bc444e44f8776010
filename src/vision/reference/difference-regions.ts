import type { DistanceMap } from "../patch-memory/distance-map.ts";
import { regionsAbove, type SuspiciousBox } from "../patch-memory/regions.ts";

/** A region reaches as far as the map stays above this share of the threshold: its core alone is too small a box. */
const EXTENT_SHARE = 0.5;

/** Boxes in source pixels around what rises above `threshold`, strongest first. */
export const differenceRegions = (
  map: DistanceMap,
  threshold: number,
  source: { widthPx: number; heightPx: number },
): SuspiciousBox[] =>
  regionsAbove(map, EXTENT_SHARE * threshold, source).filter(({ distance }) => distance > threshold);
