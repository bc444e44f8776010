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
const EXTENT_SHARE = 0.7;

/** What is so many times as large as the largest known case is something else: another product, no picture at all. */
const MOST_GROWTH = 12;

/** Strongest first. A threshold may lie below 0: known defects are few, so even they are seldom very near. */
export const boxesAbove = (
  map: DistanceMap,
  /** `largest`: of the known cases, as a share of the picture. */
  { threshold, largest }: { readonly threshold: number; readonly largest: number },
  picture: Size,
): ScoredBox[] => {
  const mostPx = MOST_GROWTH * largest * picture.widthPx * picture.heightPx;
  return partsAbove(map, threshold, picture)
    .map((part) => {
      const level = threshold + EXTENT_SHARE * (part.distance - threshold);
      const core = partsAbove(map, level, picture).find(
        (inner) => inner.distance === part.distance && isWithin(inner, part),
      );
      const { x, y, width, height } = core ?? part;
      return { box: { x, y, width, height }, score: part.distance };
    })
    .filter(({ box }) => box.width * box.height <= mostPx)
    .toSorted((one, other) => other.score - one.score);
};

const isWithin = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height;
