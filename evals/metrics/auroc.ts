import { type Figure, figure, noFigure } from "./figure.ts";

/** Area under the receiver operating characteristic: the chance that a positive scores above a negative,
 * ties counting half (Hanley and McNeil 1982). */
export const auroc = (negatives: readonly number[], positives: readonly number[]): Figure => {
  if (negatives.length === 0) return noFigure("no negative");
  if (positives.length === 0) return noFigure("no positive");
  const sorted = negatives.toSorted((a, b) => a - b);
  const won = positives.reduce(
    (sum, score) => sum + (countBelow(sorted, score) + countUpTo(sorted, score)) / 2,
    0,
  );
  return figure(won / (negatives.length * positives.length));
};

/** How many of the sorted numbers are smaller than `score`. */
const countBelow = (sorted: readonly number[], score: number): number =>
  firstPlace(sorted, (value) => value >= score);

const countUpTo = (sorted: readonly number[], score: number): number =>
  firstPlace(sorted, (value) => value > score);

/** The first place at which the statement holds, found by halving: it holds from some place to the end. */
const firstPlace = (sorted: readonly number[], holds: (value: number) => boolean): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(sorted[middle] ?? Number.NaN)) high = middle;
    else low = middle + 1;
  }
  return low;
};
