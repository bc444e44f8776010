// Scores to boxes: around each peak beyond the threshold, as far as the score stays near to it.
import type { Box } from "../../domain/region.ts";
import type { DistanceMap } from "../patch-memory/distance-map.ts";
import { partsAbove } from "../patch-memory/regions.ts";
import type { Size } from "../input-size.ts";

export interface ScoredBox {
  readonly box: Box;
  /** At the peak. */
  readonly score: number;
}

/** A box reaches as far as the score stays above this share of the way from the threshold to its peak. */
const EXTENT_SHARE = 0.5;

/** Strongest first. A threshold may lie below 0: known defects are few, so even they are seldom very near. */
export const boxesAbove = (map: DistanceMap, threshold: number, picture: Size): ScoredBox[] => {
  return partsAbove(map, threshold, picture)
    .map((part) => {
      const level = threshold + EXTENT_SHARE * (part.distance - threshold);
      const core = partsAbove(map, level, picture).find(
        (inner) => inner.distance === part.distance && isWithin(inner, part),
      );
      const { x, y, width, height } = core ?? part;
      return { box: { x, y, width, height }, score: part.distance };
    })
    .toSorted((one, other) => other.score - one.score);
};

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
