import { describe, expect, it } from "vitest";
import { type Judged, withIntervals } from "./intervals.ts";
import { figure, ratio } from "./metrics/figure.ts";
import type { Measured, Suite } from "./suite.ts";
import { coinSuite } from "./testing/coin-suite.ts";

const suite = coinSuite({ items: [], toss: () => true });

const coins = (heads: readonly boolean[], groupOf?: (i: number) => string): Measured<{ isHead: boolean }>[] =>
  heads.map((isHead, i) => ({ id: `${i}`, ...(groupOf && { group: groupOf(i) }), result: { isHead } }));

const alternating = (count: number) => Array.from({ length: count }, (_, i) => i % 2 === 0);

describe("an interval", () => {
  it("of a rate of independent items is Wilson's", () => {
    // 10 of 20: 0.299 to 0.701 (Wilson 1927, statsmodels' proportion_confint)
    expect(withIntervals(suite, coins(alternating(20)), 1)[0]).toMatchObject({
      low: expect.closeTo(0.2993, 3),
      high: expect.closeTo(0.7007, 3),
    });
  });

  it("is left out where only values are asked for", () => {
    const [found] = withIntervals({ ...suite, draws: 0 }, coins(alternating(20)), 1);
    expect(found).toMatchObject({ value: 0.5 });
    expect(found).not.toHaveProperty("low");
  });

  it("does not pretend that nothing can happen where nothing happened", () => {
    const [never] = withIntervals(suite, coins(new Array(20).fill(false)), 1);
    expect(never?.low).toBe(0);
    expect(never?.high).toBeGreaterThan(0.1);
  });

  it("of an area of 1 is as wide as the smaller side is small", () => {
    const perfect: Pick<Suite, "figures" | "draws" | "score"> = {
      figures: { area: { label: { ko: "면적", en: "area" }, unit: "area" } },
      draws: 20,
      score: () => [{ name: "area", scope: [], count: 30, fewest: 10, ...figure(1) }],
    };
    const [found] = withIntervals(perfect, coins([true, false]), 1);
    expect(found?.high).toBe(1);
    expect(found?.low).toBeCloseTo(0.722, 3); // Wilson, 10 of 10
  });

  it("is wider where whole groups are alike", () => {
    const halves = Array.from({ length: 40 }, (_, i) => i < 20);
    const width = ([found]: Judged[]) => (found?.high ?? 0) - (found?.low ?? 0);
    const alike = withIntervals(
      suite,
      coins(halves, (i) => `${Math.floor(i / 10)}`),
      1,
    );
    const mixed = withIntervals(
      suite,
      coins(alternating(40), (i) => `${Math.floor(i / 10)}`),
      1,
    );
    expect(width(alike)).toBeGreaterThan(0.5);
    expect(width(mixed)).toBeLessThan(0.1);
  });

  it("keeps as many of each stratum in every draw", () => {
    const counting: Pick<Suite, "figures" | "draws" | "score"> = {
      figures: { good: { label: { ko: "양품", en: "good" }, unit: "count" } },
      draws: 50,
      score: (measured) => [
        {
          name: "good",
          scope: [],
          count: 1,
          ...figure(measured.filter(({ stratum }) => stratum === "good").length),
        },
      ],
    };
    const items = Array.from({ length: 10 }, (_, i) => ({
      id: `${i}`,
      stratum: i < 3 ? "good" : "bad",
      result: null,
    }));
    expect(withIntervals(counting, items, 1)).toEqual([
      expect.objectContaining({ value: 3, low: 3, high: 3 }),
    ]);
  });

  it("is not given for what is exact, and for what has no value", () => {
    const still: Pick<Suite, "figures" | "draws" | "score"> = {
      figures: {},
      draws: 20,
      score: () => [
        { name: "promised", scope: [], count: 2, isExact: true, ...figure(0.05) },
        { name: "none", scope: [], count: 0, ...ratio(0, 0, "no mask") },
      ],
    };
    for (const found of withIntervals(still, coins([true, false]), 1))
      expect(found).not.toHaveProperty("low");
  });

  it("is the same for the same seed", () => {
    const grouped = coins(alternating(12), (i) => `${Math.floor(i / 3)}`);
    expect(withIntervals(suite, grouped, 3)).toEqual(withIntervals(suite, grouped, 3));
  });
});
