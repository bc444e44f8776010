// How much is found at a given nuisance: recall where wrong boxes come no oftener than so many a picture (the free
// response curve of Bunch et al. 1978). Labels do not count here: something was marked, or it was not.
import { countTrue, judgeBoxes, type PictureBoxes } from "./detections.ts";
import { type Figure, figure, noFigure } from "./figure.ts";

const ANY = "any";

export interface FalseBoxOptions {
  readonly iouAtLeast: number;
  /** Wrong boxes a picture, over all pictures. */
  readonly falseBoxes: number;
}

/** The highest recall of any threshold with no more wrong boxes; boxes of equal score stand or fall together. */
export const recallAtFalseBoxes = (
  pictures: readonly PictureBoxes[],
  { iouAtLeast, falseBoxes }: FalseBoxOptions,
): Figure => {
  const unlabelled = pictures.map(withoutLabels);
  const count = countTrue(unlabelled, ANY);
  if (count === 0) return noFigure("no true box");
  const judged = unlabelled
    .flatMap((picture) => judgeBoxes(picture, { label: ANY, iouAtLeast }))
    .sort((a, b) => b.score - a.score);
  let [right, wrong, best] = [0, 0, 0];
  judged.forEach(({ isRight, score }, i) => {
    if (isRight) right++;
    else wrong++;
    if (judged[i + 1]?.score !== score && wrong <= falseBoxes * pictures.length) best = right;
  });
  return figure(best / count);
};

/** What is found where there is nothing: how many such pictures, how many of them with a box, and how many boxes. */
export const boxesOnNothing = (
  pictures: readonly PictureBoxes[],
): { pictures: number; withBoxes: number; boxes: number } => {
  const empty = pictures.filter(({ truth }) => truth.length === 0);
  return {
    pictures: empty.length,
    withBoxes: empty.filter(({ found }) => found.length > 0).length,
    boxes: empty.reduce((sum, { found }) => sum + found.length, 0),
  };
};

const withoutLabels = ({ truth, found }: PictureBoxes): PictureBoxes => ({
  truth: truth.map((box) => ({ ...box, label: ANY })),
  found: found.map((box) => ({ ...box, label: ANY })),
});
