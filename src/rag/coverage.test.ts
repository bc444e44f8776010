import { expect, it } from "vitest";
import type { DefectType } from "../domain/defect-type.ts";
import type { Passage } from "../domain/passage.ts";
import { coverageOf } from "./coverage.ts";

const type = (code: string): DefectType => ({
  code,
  names: { ko: code, en: code },
  synonyms: { ko: [], en: [] },
});

const passage = (page: number, ...headings: readonly string[]): Passage => ({
  document: "manual.pdf",
  documentId: `sha256:${"1".repeat(64)}`,
  revision: 2,
  page,
  headings: [...headings],
  quotation: "A sentence.",
});

it("says where each section of each type stands, and what is missing", () => {
  const passages = [
    passage(3, "Scratch", "Causes"),
    passage(4, "Scratch", "Causes"),
    passage(4, "Scratch", "Causes"),
    passage(5, "Scratch", "Actions"),
    passage(6, "Handling", "Prevention"),
  ];
  const { types, gaps } = coverageOf([type("scratch"), type("stain")], passages);
  expect(types[0]).toMatchObject({
    code: "scratch",
    causes: [{ revision: 2, pages: [3, 4] }],
    prevention: [],
  });
  expect(gaps).toEqual([
    { code: "scratch", section: "prevention" },
    { code: "stain", section: "causes" },
    { code: "stain", section: "actions" },
    { code: "stain", section: "prevention" },
  ]);
});
