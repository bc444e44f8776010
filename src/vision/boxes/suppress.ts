import { iou } from "../../domain/region.ts";
import type { FoundBox } from "./found-box.ts";

/** Of boxes of one phrase that overlap by more than `most` (intersection over union) only the best stays; best first. */
export const suppress = (found: readonly FoundBox[], most: number): FoundBox[] => {
  const kept: FoundBox[] = [];
  for (const next of found.toSorted((one, other) => other.score - one.score)) {
    const rivals = kept.filter(({ phrase }) => phrase === next.phrase);
    if (rivals.every(({ box }) => iou(box, next.box) <= most)) kept.push(next);
  }
  return kept;
};
