// Several labels may be right at once: two degradations of one picture, say.
import { type Counts, f1Of, sumOf } from "./counts.ts";
import { type Figure, figure, meanFigure } from "./figure.ts";

export interface LabelSets {
  readonly truth: readonly string[];
  readonly said: readonly string[];
}

/** F1 over all decisions at once. */
export const microF1 = (answers: readonly LabelSets[]): Figure => f1Of(sumOf(answers.map(countsIn)));

/** The mean over answers; an answer that rightly says nothing counts 1. */
export const sampleF1 = (answers: readonly LabelSets[]): Figure =>
  meanFigure(answers.map(countsIn).map((counts) => (isSilent(counts) ? figure(1) : f1Of(counts))));

/** The mean over labels that are true of or said of anything. */
export const macroF1 = (answers: readonly LabelSets[]): Figure => {
  const labels = [...new Set(answers.flatMap(({ truth, said }) => [...truth, ...said]))].sort();
  return meanFigure(labels.map((label) => microF1(answers.map((answer) => only(answer, label)))));
};

const countsIn = ({ truth, said }: LabelSets): Counts => {
  const [right, called] = [new Set(truth), new Set(said)];
  const truePositives = [...called].filter((label) => right.has(label)).length;
  return {
    truePositives,
    falsePositives: called.size - truePositives,
    falseNegatives: right.size - truePositives,
  };
};

const isSilent = ({ truePositives, falsePositives, falseNegatives }: Counts): boolean =>
  truePositives + falsePositives + falseNegatives === 0;

const only = ({ truth, said }: LabelSets, label: string): LabelSets => ({
  truth: truth.filter((other) => other === label),
  said: said.filter((other) => other === label),
});
