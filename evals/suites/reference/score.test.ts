import { expect, it } from "vitest";
import { THRESHOLDS } from "./compared-pair.ts";
import { type ReferenceResult, scoreReference } from "./score.ts";

const nothing = { true: 2, recalled: 0, found: 0, right: 0 };
const noPixels = { truePositives: 0, falsePositives: 0, falseNegatives: 5 };

/** Finds `recalled` of two regions at one threshold and nothing at the others. */
const pair = (half: 0 | 1, place: number, recalled: number): ReferenceResult => ({
  half,
  own: { true: 2, recalled: 1, found: 4, right: 1 },
  regions: THRESHOLDS.map((_, i) =>
    i === place ? { true: 2, recalled, found: 2, right: recalled } : nothing,
  ),
  pixels: THRESHOLDS.map((_, i) =>
    i === place ? { ...noPixels, truePositives: 5, falseNegatives: 0 } : noPixels,
  ),
});

const figureOf = (results: readonly ReferenceResult[], name: string, ...scope: string[]) =>
  scoreReference(results.map((result, i) => ({ id: String(i), result }))).find(
    (one) => one.name === name && one.scope.join() === scope.join(),
  );

it("judges each half at the threshold that serves best on the other", () => {
  const alike = [pair(0, 4, 2), pair(1, 4, 1)];
  expect(figureOf(alike, "recall")).toMatchObject({ hits: 3, count: 4, value: 0.75 });
  expect(figureOf(alike, "pixelF1")).toMatchObject({ value: 1 });
  const unlike = [pair(0, 4, 2), pair(1, 9, 2)];
  expect(figureOf(unlike, "recall")).toMatchObject({ hits: 0, count: 4 });
  expect(figureOf(unlike, "precision")).toMatchObject({ value: null, reason: "nothing was found" });
});

it("tells the tool's own threshold apart, and pairs that could not be compared", () => {
  const results = [pair(0, 4, 2), pair(1, 4, 2), { skipped: "they overlap too little" }];
  expect(figureOf(results, "precision", "threshold", "own")).toMatchObject({ hits: 2, count: 8 });
  expect(figureOf(results, "comparable")).toMatchObject({ hits: 2, count: 3 });
});

it("chooses no threshold on the pairs that it judges", () => {
  expect(figureOf([pair(0, 4, 2)], "recall")).toMatchObject({ value: null });
});
