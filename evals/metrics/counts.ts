import { type Figure, ratio } from "./figure.ts";

export interface Counts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
}

export const NO_COUNTS: Counts = { truePositives: 0, falsePositives: 0, falseNegatives: 0 };

export const precisionOf = ({ truePositives, falsePositives }: Counts): Figure =>
  ratio(truePositives, truePositives + falsePositives, "nothing was found");

export const recallOf = ({ truePositives, falseNegatives }: Counts): Figure =>
  ratio(truePositives, truePositives + falseNegatives, "there was nothing to find");

/** The harmonic mean of precision and recall; 0 where everything found is wrong. */
export const f1Of = ({ truePositives, falsePositives, falseNegatives }: Counts): Figure => {
  const whole = 2 * truePositives + falsePositives + falseNegatives;
  return ratio(2 * truePositives, whole, "there was nothing to find and nothing was found");
};

export const sumOf = (all: readonly Counts[]): Counts =>
  all.reduce(
    (sum, counts) => ({
      truePositives: sum.truePositives + counts.truePositives,
      falsePositives: sum.falsePositives + counts.falsePositives,
      falseNegatives: sum.falseNegatives + counts.falseNegatives,
    }),
    NO_COUNTS,
  );
