// Several labels may be right at once: two degradations of one picture, say.
import { type Counts, f1Of, sumOf } from "./counts.ts";
import { type Figure, meanFigure } from "./figure.ts";

export interface LabelSets {
  readonly truth: readonly string[];
  readonly said: readonly string[];
}

/** F1 over all decisions at once. */
export const microF1 = (answers: readonly LabelSets[]): Figure => f1Of(sumOf(answers.map(countsIn)));

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

const only = ({ truth, said }: LabelSets, label: string): LabelSets => ({
  truth: truth.filter((other) => other === label),
  said: said.filter((other) => other === label),
});
