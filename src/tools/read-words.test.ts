import { expect, it } from "vitest";
import type { DefectType } from "../domain/defect-type.ts";
import { readWords } from "./read-words.ts";

const type = (code: string, ko: string, en: string, synonyms: DefectType["synonyms"]): DefectType => ({
  code,
  names: { ko, en },
  synonyms,
});
const TYPES = [
  type("scratch", "긁힘", "scratch", { ko: ["스크래치"], en: ["scuff mark"] }),
  type("hole", "기공", "gas hole", { ko: ["구멍"], en: ["pinhole"] }),
];

it.each([
  { words: "긁힘 모서리", types: ["scratch"], english: "scratch", rest: [], foreign: ["모서리"] },
  { words: "구멍이 보이는 것", types: ["hole"], english: "gas hole", rest: [], foreign: ["보이는", "것"] },
  { words: "긁힌 곳", types: ["scratch"], english: "scratch", rest: [], foreign: ["곳"] },
  {
    words: "Scratches near the edge",
    types: ["scratch"],
    english: "scratch near the edge",
    rest: ["near", "the", "edge"],
    foreign: [],
  },
  { words: "scuff mark", types: ["scratch"], english: "scratch", rest: [], foreign: [] },
  {
    words: "스크래치와 기공",
    types: ["scratch", "hole"],
    english: "scratch gas hole",
    rest: [],
    foreign: [],
  },
  { words: "whole", types: [], english: "whole", rest: ["whole"], foreign: [] },
])("reads $words", ({ words, ...expected }) => {
  const read = readWords(words, TYPES);
  expect({ ...read, types: [...read.types].sort() }).toEqual({
    ...expected,
    types: [...expected.types].sort(),
    english: expect.any(String),
  });
  expect(read.english.split(" ").sort()).toEqual(expected.english.split(" ").sort());
});
