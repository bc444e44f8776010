// Which found boxes are right. COCO's rule: within a picture and a label, strongest first, each takes the free true
// box that it overlaps most, if by enough; boxes marked as crowds neither count nor are missed, and whatever lies
// in one is neither right nor wrong.
import type { Box } from "../../src/domain/region.ts";
import { iou } from "../../src/domain/region.ts";

export interface TrueBox {
  readonly box: Box;
  readonly label: string;
  readonly isCrowd?: boolean | undefined;
}

export interface FoundBox {
  readonly box: Box;
  readonly label: string;
  /** Stronger boxes are judged first. */
  readonly score: number;
}

export interface PictureBoxes {
  readonly truth: readonly TrueBox[];
  readonly found: readonly FoundBox[];
}

export interface Judged {
  readonly score: number;
  readonly isRight: boolean;
}

/** COCO's `maxDets`. */
const MOST_FOUND = 100;

/** The boxes of one label that count, right or wrong, strongest first. */
export const judgeBoxes = (
  { truth, found }: PictureBoxes,
  { label, iouAtLeast }: { label: string; iouAtLeast: number },
): Judged[] => {
  const own = truth.filter((box) => box.label === label);
  const [counted, crowds] = [own.filter(({ isCrowd }) => !isCrowd), own.filter(({ isCrowd }) => isCrowd)];
  const taken = new Set<TrueBox>();
  const strongest = found.filter((box) => box.label === label).sort((a, b) => b.score - a.score);
  return strongest.slice(0, MOST_FOUND).flatMap(({ box, score }) => {
    const match = bestOf(
      counted.filter((other) => !taken.has(other)),
      box,
      iouAtLeast,
    );
    if (match) taken.add(match);
    else if (crowds.some((crowd) => shareInside(box, crowd.box) >= iouAtLeast)) return [];
    return [{ score, isRight: match !== undefined }];
  });
};

/** How many boxes of the label there are to find. */
export const countTrue = (pictures: readonly PictureBoxes[], label: string): number =>
  pictures.reduce(
    (sum, { truth }) => sum + truth.filter((box) => box.label === label && !box.isCrowd).length,
    0,
  );

/** Of equal overlaps the last, as COCO's code takes it. */
const bestOf = (free: readonly TrueBox[], box: Box, iouAtLeast: number): TrueBox | undefined => {
  let [best, highest]: [TrueBox | undefined, number] = [undefined, Math.min(iouAtLeast, 1 - 1e-10)];
  for (const candidate of free) {
    const overlap = iou(candidate.box, box);
    if (overlap < highest) continue;
    [best, highest] = [candidate, overlap];
  }
  return best;
};

/** A crowd is larger than what lies in it, so its overlap is the share of the found box inside it. */
const shareInside = (box: Box, crowd: Box): number => {
  const overlap = iou(box, crowd);
  if (overlap === 0) return 0;
  const areas = box.width * box.height + crowd.width * crowd.height;
  return (overlap * areas) / (1 + overlap) / (box.width * box.height);
};
