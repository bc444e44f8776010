import { describe, expect, it } from "vitest";
import type { Feedback } from "./feedback.ts";
import { historyOf } from "./history.ts";
import { wilson } from "./wilson.ts";

const said = (action: string, outcome?: Feedback["outcome"], number = 1): Feedback => ({
  inspection: `insp_${String(number).padStart(20, "0")}`,
  createdAt: "2026-01-02T03:04:05.678Z",
  worker: "Kim",
  action,
  rating: 3,
  ...(outcome && { outcome }),
});

describe("the history of a defect type", () => {
  it("takes one action for the same however it is spelled, and counts only confirmed outcomes", () => {
    const history = historyOf("hole", [
      said("Degassed the melt.", "solved", 1),
      said("degassed  the melt", "unsolved", 2),
      said("Degassed the melt", undefined, 3),
    ]);
    expect(history).toMatchObject({
      inspections: 3,
      actions: [{ action: "Degassed the melt", times: 3, judged: 2, solved: 1, solvedShare: 0.5 }],
    });
  });

  it("puts the surest action first: five of five before one of one, and what nobody judged last", () => {
    const often = Array.from({ length: 5 }, () => said("ground", "solved"));
    const history = historyOf("hole", [said("scrapped"), said("welded", "solved"), ...often]);
    expect(history?.actions.map(({ action }) => action)).toEqual(["ground", "welded", "scrapped"]);
    expect(history?.actions[2]).not.toHaveProperty("solvedShare");
  });

  it("is nothing where nothing was recorded", () => {
    expect(historyOf("hole", [])).toBeUndefined();
  });
});

// Expected values: scipy.stats.binomtest(hits, trials).proportion_ci(method="wilson").
it.each([
  [3, 4, 0.3006, 0.9544],
  [0, 10, 0, 0.2775],
  [5, 5, 0.5655, 1],
])("the interval of %i of %i", (hits, trials, low, high) => {
  expect(wilson(hits, trials).low).toBeCloseTo(low, 4);
  expect(wilson(hits, trials).high).toBeCloseTo(high, 4);
});
