// What a threshold on the score would do, for every threshold that makes a difference. Average precision, the
// best F1 and the ROC and PR curves are all read from this one list.
import { type Counts, f1Of } from "./counts.ts";
import { type Figure, figure, noFigure } from "./figure.ts";

export interface OperatingPoint extends Counts {
  /** Scores at or above it count as positive. */
  readonly threshold: number;
}

/** One point for each distinct score, highest threshold first. */
export const operatingPoints = (
  negatives: readonly number[],
  positives: readonly number[],
): OperatingPoint[] => {
  const scored = [
    ...negatives.map((score) => ({ score, isPositive: false })),
    ...positives.map((score) => ({ score, isPositive: true })),
  ].sort((a, b) => b.score - a.score);
  let truePositives = 0;
  return scored.flatMap(({ score, isPositive }, i) => {
    if (isPositive) truePositives++;
    if (scored[i + 1]?.score === score) return [];
    const falsePositives = i + 1 - truePositives;
    return [
      { threshold: score, truePositives, falsePositives, falseNegatives: positives.length - truePositives },
    ];
  });
};

/** The sum of precision over the steps of recall, without interpolation (as scikit-learn defines it). */
export const averagePrecision = (negatives: readonly number[], positives: readonly number[]): Figure => {
  if (positives.length === 0) return noFigure("no positive");
  let area = 0;
  let before = 0;
  for (const { truePositives, falsePositives } of operatingPoints(negatives, positives)) {
    const precision = truePositives / (truePositives + falsePositives);
    area += ((truePositives - before) / positives.length) * precision;
    before = truePositives;
  }
  return figure(area);
};

/** The highest F1 of any threshold. Chosen with the answers known: what a perfect choice would reach. */
export const f1Max = (negatives: readonly number[], positives: readonly number[]): Figure => {
  if (positives.length === 0) return noFigure("no positive");
  const all = operatingPoints(negatives, positives).map((point) => f1Of(point).value ?? 0);
  return figure(Math.max(...all));
};

/** What a threshold fixed beforehand does; a score at the threshold is not above it. */
export const countsAbove = (
  negatives: readonly number[],
  positives: readonly number[],
  threshold: number,
): Counts => {
  const truePositives = positives.filter((score) => score > threshold).length;
  return {
    truePositives,
    falsePositives: negatives.filter((score) => score > threshold).length,
    falseNegatives: positives.length - truePositives,
  };
};
