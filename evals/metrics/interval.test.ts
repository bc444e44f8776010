import { expect, it } from "vitest";
import { rateByGroups } from "./interval.ts";

const steady = () => {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

it("gives no width to groups that agree", () => {
  const groups = Array.from({ length: 10 }, () => ({ hits: 2, count: 8 }));
  expect(rateByGroups(groups, steady())).toEqual({ rate: 0.25, low: 0.25, high: 0.25 });
});

it("is wider when whole groups differ than when their pictures do", () => {
  const apart = Array.from({ length: 20 }, (_, i) => ({ hits: i % 2 ? 8 : 0, count: 8 }));
  const alike = Array.from({ length: 20 }, () => ({ hits: 4, count: 8 })).concat({ hits: 5, count: 8 });
  const width = ({ low, high }: { low: number; high: number }) => high - low;
  expect(width(rateByGroups(apart, steady()))).toBeGreaterThan(3 * width(rateByGroups(alike, steady())));
});

it("refuses to make a rate of nothing", () => {
  expect(() => rateByGroups([], steady())).toThrow(RangeError);
});
