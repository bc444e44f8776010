import { type Counts, f1Of } from "./counts.ts";
import { type Figure, meanFigure } from "./figure.ts";

export interface Confusion {
  /** Every name that is true of something or was said of something, sorted. */
  readonly labels: readonly string[];
  /** `counts[i][j]`: things of label i that were called label j. */
  readonly counts: readonly (readonly number[])[];
}

export interface Answer {
  readonly truth: string;
  readonly said: string;
}

export const confusionOf = (answers: readonly Answer[]): Confusion => {
  const labels = [...new Set(answers.flatMap(({ truth, said }) => [truth, said]))].sort();
  const counts = labels.map(() => labels.map(() => 0));
  for (const { truth, said } of answers) {
    const row = counts[labels.indexOf(truth)] ?? [];
    row[labels.indexOf(said)]! += 1;
  }
  return { labels, counts };
};

/** Of one label against all others. */
const countsOf = ({ labels, counts }: Confusion, label: string): Counts => {
  const place = labels.indexOf(label);
  const own = counts[place] ?? [];
  const truePositives = own[place] ?? 0;
  return {
    truePositives,
    falseNegatives: total(own) - truePositives,
    falsePositives: total(counts.map((row) => row[place] ?? 0)) - truePositives,
  };
};

/** The mean of the labels' F1. */
export const macroF1Of = (confusion: Confusion): Figure =>
  meanFigure(confusion.labels.map((label) => f1Of(countsOf(confusion, label))));

const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
