import { expect, it } from "vitest";
import { type Baseline, judgementText, judgeRun } from "./gate.ts";
import { coinSuite } from "./testing/coin-suite.ts";

const suite = coinSuite({ items: [], toss: () => true });

const baseline: Baseline = {
  suite: "coins",
  settings: {},
  seed: 1,
  accepted: "2026-01-01",
  commit: "abc",
  figures: [{ name: "heads", scope: [], value: 0.8, margin: 0.1, because: "a coin is a coin" }],
};

const heads = (value: number) => [{ name: "heads", scope: [], count: 10, value }];

it.each([
  { value: 0.9, isHeld: true },
  { value: 0.7, isHeld: true },
  { value: 0.69, isHeld: false },
])("holds a share of heads of $value: $isHeld", ({ value, isHeld }) => {
  expect(judgeRun(heads(value), baseline, suite)).toEqual([expect.objectContaining({ value, isHeld })]);
});

it("judges a rate that should be low by how much it rises", () => {
  const lower = {
    figures: { heads: { label: { ko: "앞면", en: "heads" }, unit: "rate", better: "lower" } },
  } as const;
  expect(judgeRun(heads(0.95), baseline, lower)[0]?.isHeld).toBe(false);
  expect(judgeRun(heads(0.2), baseline, lower)[0]?.isHeld).toBe(true);
});

it("does not hold a figure that is missing", () => {
  const [judged] = judgeRun([], baseline, suite);
  expect(judged).toMatchObject({ value: null, isHeld: false });
  expect(judged && judgementText(judged, suite)).toContain("FELL");
});
