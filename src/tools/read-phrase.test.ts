import { expect, it } from "vitest";
import type { DefectType } from "../domain/defect-type.ts";
import { readPhrase } from "./read-phrase.ts";

const TYPES: DefectType[] = [
  { code: "scratch", names: { ko: "긁힘", en: "scratch" }, synonyms: { ko: ["흠집"], en: ["score mark"] } },
  { code: "hole", names: { ko: "기공", en: "gas hole" }, synonyms: { ko: [], en: ["pinhole"] } },
];

it.each([
  { phrase: "긁힘", isNegated: false, types: ["scratch"], english: "scratch", others: [] },
  { phrase: "긁힘 없음", isNegated: true, types: ["scratch"], english: "scratch", others: [] },
  { phrase: "기공이 없는", isNegated: true, types: ["hole"], english: "gas hole", others: [] },
  { phrase: "흠집없음", isNegated: true, types: ["scratch"], english: "scratch", others: [] },
  { phrase: "no scratches", isNegated: true, types: ["scratch"], english: "scratch", others: [] },
  { phrase: "without any pinhole", isNegated: true, types: ["hole"], english: "gas hole", others: [] },
  { phrase: "scratch-free", isNegated: true, types: ["scratch"], english: "scratch", others: [] },
  { phrase: "no rust", isNegated: true, types: [], english: "rust", others: ["rust"] },
  { phrase: "녹", isNegated: false, types: [], english: "", others: ["녹"] },
  { phrase: "notch", isNegated: false, types: [], english: "notch", others: ["notch"] },
  { phrase: "결함 없음", isNegated: true, types: ["scratch", "hole"], english: "defect", others: [] },
  { phrase: "any defect", isNegated: false, types: ["scratch", "hole"], english: "defect", others: [] },
])("reads '$phrase'", ({ phrase, ...expected }) => {
  const { words, ...read } = readPhrase(phrase, TYPES);
  expect(read).toEqual({ phrase, ...expected });
  expect(words === phrase).toBe(!expected.isNegated);
});
