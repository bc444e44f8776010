// Every metric of ranked scores, labels and rates against scikit-learn and scipy (test/reference/eval_metrics.py).
import { describe, expect, it } from "vitest";
import { auroc } from "./auroc.ts";
import { confusionOf, macroF1Of } from "./confusion.ts";
import { plcc, srcc } from "./correlation.ts";
import { f1Of } from "./counts.ts";
import { macroF1, microF1 } from "./multi-label.ts";
import { averagePrecision, countsAbove, f1Max } from "./operating-points.ts";
import { clopperPearson, wilson } from "./rate-interval.ts";
import { meanAveragePrecision, recallAt } from "./retrieval.ts";
import { metricsReference } from "./testing/reference.ts";

const { rankings, correlations, confusions, multiLabel, retrieval, rates } = metricsReference();

describe.each(rankings)("scores that are $name", ({ negatives, positives, ...expected }) => {
  it("have scikit-learn's area under the ROC curve", () => {
    expect(auroc(negatives, positives).value).toBeCloseTo(expected.auroc, 9);
  });
  it("have scikit-learn's average precision", () => {
    expect(averagePrecision(negatives, positives).value).toBeCloseTo(expected.averagePrecision, 9);
  });
  it("have the best F1 of scikit-learn's curve, and its F1 above a threshold", () => {
    expect(f1Max(negatives, positives).value).toBeCloseTo(expected.f1Max, 9);
    expect(f1Of(countsAbove(negatives, positives, expected.threshold)).value).toBeCloseTo(expected.f1, 9);
  });
});

it.each(correlations)("correlates $name pairs as scipy does", ({ x, y, ...expected }) => {
  expect(plcc(x, y).value).toBeCloseTo(expected.plcc, 9);
  expect(srcc(x, y).value).toBeCloseTo(expected.srcc, 9);
});

it.each(confusions)("counts confusions of $labels as scikit-learn does", ({ truth, said, ...expected }) => {
  const confusion = confusionOf(truth.map((label, i) => ({ truth: label, said: said[i] ?? "" })));
  expect(confusion).toEqual({ labels: expected.labels, counts: expected.counts });
  expect(macroF1Of(confusion).value).toBeCloseTo(expected.macroF1, 9);
});

it("scores several labels at once as scikit-learn does", () => {
  expect(microF1(multiLabel.answers).value).toBeCloseTo(multiLabel.micro, 9);
  expect(macroF1(multiLabel.answers).value).toBeCloseTo(multiLabel.macro, 9);
});

it("scores searches as scikit-learn does", () => {
  expect(meanAveragePrecision(retrieval.rankings).value).toBeCloseTo(retrieval.meanAveragePrecision, 9);
  for (const [k, expected] of Object.entries(retrieval.recallAt))
    expect(recallAt(retrieval.rankings, Number(k)).value).toBeCloseTo(expected, 9);
});

it.each(rates)("gives $hits of $count the intervals of scipy", ({ hits, count, ...expected }) => {
  const [score, exact] = [wilson(hits, count), clopperPearson(hits, count)];
  expect([score.low, score.high].map((end, i) => end - (expected.wilson[i] ?? 0))).toEqual([
    expect.closeTo(0, 8),
    expect.closeTo(0, 8),
  ]);
  expect([exact.low, exact.high].map((end, i) => end - (expected.clopperPearson[i] ?? 0))).toEqual([
    expect.closeTo(0, 8),
    expect.closeTo(0, 8),
  ]);
});
