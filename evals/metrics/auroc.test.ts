import { expect, it } from "vitest";
import { auroc } from "./auroc.ts";

// Expected values: sklearn.metrics.roc_auc_score of scikit-learn 1.2.1.
it.each([
  { name: "apart", negatives: [0.1, 0.2], positives: [0.3, 0.9], expected: 1 },
  { name: "the wrong way round", negatives: [0.3, 0.9], positives: [0.1, 0.2], expected: 0 },
  { name: "all equal", negatives: [0.5, 0.5], positives: [0.5], expected: 0.5 },
  { name: "mixed with ties", negatives: [1, 2, 2, 3, 5], positives: [2, 3, 4, 4], expected: 0.675 },
])("the area of scores that are $name", ({ negatives, positives, expected }) => {
  expect(auroc(negatives, positives)).toBeCloseTo(expected, 12);
});

it("is not a number that could be made up when one side is empty", () => {
  expect(auroc([], [1])).toBeUndefined();
  expect(auroc([1], [])).toBeUndefined();
});
