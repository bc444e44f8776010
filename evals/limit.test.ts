import { expect, it } from "vitest";
import { limited } from "./limit.ts";

const items = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([stratum, count]) =>
    Array.from({ length: count }, (_, i) => ({ id: `${stratum}${i}`, stratum })),
  );

it("takes as many good as bad ones, spread over each", () => {
  const chosen = limited(items({ good: 100, bad: 20 }), 4);
  expect(chosen.map(({ id }) => id)).toEqual(["good25", "good75", "bad5", "bad15"]);
});

it("fills up from the others where one kind is rare", () => {
  const chosen = limited(items({ good: 100, bad: 1 }), 10);
  expect(chosen.filter(({ stratum }) => stratum === "bad")).toHaveLength(1);
  expect(chosen).toHaveLength(10);
});

it("takes all where there are no more", () => {
  const all = items({ good: 3 });
  expect(limited(all, 3)).toBe(all);
  expect(limited(all, undefined)).toBe(all);
});
