import { expect, it } from "vitest";
import { type MeasuredSearch, scoreSimilarity } from "./score.ts";

const search = (
  id: string,
  own: string,
  nearest: string | null,
  firstRight: number | null,
): MeasuredSearch => ({
  id,
  result: {
    class: own,
    asked: [
      { asked: "strongest", nearest, firstRight, averagePrecision: firstRight && 1 / firstRight, found: 4 },
      { asked: "whole", nearest: own, firstRight: 1, averagePrecision: 1, found: 4 },
    ],
  },
});

const measured = [
  search("1", "a", "a", 1),
  search("2", "a", "b", 2),
  search("3", "b", "a", 6),
  search("4", "c", "a", null),
];

const figureOf = (name: string, ...scope: string[]) =>
  scoreSimilarity(measured).find((one) => one.name === name && one.scope.join() === scope.join());

it("goes by what an inspection goes by, and leaves out a picture that is the only one of its class", () => {
  expect(figureOf("recallAt1")).toMatchObject({ value: 1 / 3, hits: 1, count: 3 });
  expect(figureOf("recallAt5")).toMatchObject({ value: 2 / 3, hits: 2 });
  expect(figureOf("recallAt10")).toMatchObject({ value: 1, hits: 3 });
  expect(figureOf("meanAveragePrecision")?.value).toBeCloseTo((1 + 1 / 2 + 1 / 6) / 3, 12);
});

it("tells what each way of asking gives, and each class", () => {
  expect(figureOf("recallAt1", "asked", "whole")).toMatchObject({ value: 1, count: 4 });
  expect(figureOf("recallAt1", "classes", "a")).toMatchObject({ value: 0.5, count: 2 });
  expect(figureOf("recallAt1", "classes", "c")).toMatchObject({ value: null, count: 0 });
});
