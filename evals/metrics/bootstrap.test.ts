import { expect, it } from "vitest";
import { bootstrapInterval, pairedBootstrap } from "./bootstrap.ts";
import { type Figure, figure, noFigure, ratio } from "./figure.ts";
import { wilson } from "./rate-interval.ts";

interface Picture {
  readonly sheet: number;
  readonly isRight: boolean;
}

const rate = (pictures: readonly Picture[]): Figure =>
  ratio(pictures.filter(({ isRight }) => isRight).length, pictures.length, "no picture");

const pictures: Picture[] = Array.from({ length: 200 }, (_, i) => ({
  sheet: Math.floor(i / 10),
  isRight: Math.floor(i / 10) % 4 === 0,
}));

it("is the same for the same seed, and another for another", () => {
  const of = (seed: number) => bootstrapInterval(pictures, rate, { seed });
  expect(of(1)).toEqual(of(1));
  expect(of(1)).not.toEqual(of(2));
});

it("agrees with Wilson's interval where pictures stand alone", () => {
  const exact = wilson(50, 200);
  const found = bootstrapInterval(pictures, rate, { seed: 3 });
  expect(found?.low).toBeCloseTo(exact.low, 1);
  expect(found?.high).toBeCloseTo(exact.high, 1);
});

it("is wider when the pictures of a sheet go together", () => {
  const width = (groupOf?: (picture: Picture) => string) => {
    const found = bootstrapInterval(pictures, rate, { seed: 4, groupOf });
    return (found?.high ?? 0) - (found?.low ?? 0);
  };
  expect(width(({ sheet }) => String(sheet))).toBeGreaterThan(2 * width());
});

it("says nothing of one unit, nor where hardly a draw has an answer", () => {
  const alike = () => "one";
  expect(bootstrapInterval(pictures, rate, { seed: 5, groupOf: alike })).toBeUndefined();
  const needsAll = (drawn: readonly number[]) =>
    new Set(drawn).size === 9 ? figure(1) : noFigure("some are missing");
  expect(bootstrapInterval([1, 2, 3, 4, 5, 6, 7, 8, 9], needsAll, { seed: 5 })).toBeUndefined();
});

it("tells a real difference of two runs over the same pictures from noise", () => {
  const pairs = Array.from({ length: 80 }, (_, i) => ({
    old: i % 2,
    same: (i + 1) % 2,
    better: i % 2 || i % 3 ? 1 : 0,
  }));
  const mean = (key: "old" | "same" | "better") => (drawn: readonly (typeof pairs)[number][]) =>
    ratio(
      drawn.reduce((sum, pair) => sum + pair[key], 0),
      drawn.length,
      "no pair",
    );
  const better = pairedBootstrap(pairs, [mean("old"), mean("better")], { seed: 6 });
  expect(better?.difference).toBeGreaterThan(0.25);
  expect(better?.low).toBeGreaterThan(0);
  expect(better?.pValue).toBeLessThan(0.01);
  const same = pairedBootstrap(pairs, [mean("old"), mean("same")], { seed: 6 });
  expect(same?.pValue).toBeGreaterThan(0.3);
});
