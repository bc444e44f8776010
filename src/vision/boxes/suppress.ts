import type { Box } from "../../domain/region.ts";
import type { FoundBox } from "./found-box.ts";

/** Of boxes of one phrase that overlap by more than `iou` only the best stays; best first. */
export const suppress = (found: readonly FoundBox[], iou: number): FoundBox[] => {
  const kept: FoundBox[] = [];
  for (const next of found.toSorted((one, other) => other.score - one.score)) {
    const rivals = kept.filter(({ phrase }) => phrase === next.phrase);
    if (rivals.every(({ box }) => overlap(box, next.box) <= iou)) kept.push(next);
  }
  return kept;
};

/** Intersection over union. */
export const overlap = (one: Box, other: Box): number => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
};
