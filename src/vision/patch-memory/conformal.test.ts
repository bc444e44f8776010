import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { falseAlarmBound, pValueOf, thresholdOf } from "./conformal.ts";

const scores = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 60 });

describe("conformal p-values", () => {
  it.each([
    { score: 5, others: [1, 2, 3], pValue: 0.25 },
    { score: 2, others: [1, 2, 3], pValue: 0.75 },
    { score: 0, others: [1, 2, 3], pValue: 1 },
  ])("of $score among $others is $pValue", ({ score, others, pValue }) => {
    expect(pValueOf(score, others)).toBe(pValue);
  });

  it("are at most alpha exactly where the score exceeds the threshold", () => {
    fc.assert(
      fc.property(scores, fc.double({ min: 0, max: 10, noNaN: true }), (others, score) => {
        const threshold = thresholdOf(others, 0.1);
        const isBeyond = threshold !== undefined && score > threshold;
        expect(pValueOf(score, others) <= 0.1).toBe(isBeyond);
      }),
    );
  });

  it("cannot reach 5 % with fewer than 19 good pictures", () => {
    expect(thresholdOf(new Array(18).fill(1), 0.05)).toBeUndefined();
    expect(thresholdOf(new Array(19).fill(1), 0.05)).toBe(1);
  });

  it("state the 95 % bound of the false-alarm rate (scipy.stats.beta.ppf)", () => {
    expect(falseAlarmBound(0.05, 30)).toBeCloseTo(0.0950339, 6);
    expect(falseAlarmBound(0.05, 100)).toBeCloseTo(0.0891965, 6);
    expect(falseAlarmBound(0.1, 59)).toBeCloseTo(0.1699626, 6);
    expect(falseAlarmBound(0.05, 18)).toBeUndefined();
  });
});
