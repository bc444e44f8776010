import { expect, it } from "vitest";
import { typeOfNearest } from "./type-of-nearest.ts";

const nearest = (types: readonly string[]) => types.map((caseType, i) => ({ caseType, rank: i + 1 }));

it.each([
  [["hole", "hole", "burr"], { defectType: "hole", votes: { nearest: 3, agreeing: 2 } }],
  [["burr", "hole", "hole"], { defectType: "hole", votes: { nearest: 3, agreeing: 2 } }],
  [["hole", "hole", "hole", "burr"], { defectType: "hole", votes: { nearest: 3, agreeing: 3 } }],
  [["hole", "hole"], { defectType: "hole", votes: { nearest: 2, agreeing: 2 } }],
  [["hole", "burr", "stain"], {}],
  [["hole"], {}],
  [["burr", "stain", "hole", "hole", "hole"], {}],
  [[], {}],
])("of %j suspects %j", (types, expected) => {
  expect(typeOfNearest(nearest(types))).toEqual(expected);
});
