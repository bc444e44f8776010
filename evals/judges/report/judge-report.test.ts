// A record made by hand and sentences with one fault each: the judge must find each, and nothing else.
import { expect, it } from "vitest";
import type { Sentence } from "../../../src/domain/report.ts";
import { type JudgedReport, judgeReport, type Known } from "./judge-report.ts";
import { differences } from "./same-facts.ts";
import { inspectionWith, KOREAN, MANUAL, SOUND, say, TYPES } from "./testing/lid.ts";

const known: Known = {
  types: TYPES,
  names: ["lid 7.png"],
  pagesOf: (id) => (id === MANUAL ? ["Lids", "Causes\nPress below\n12 bar. Cool it."] : undefined),
};

const judged = (section: keyof typeof SOUND, sentences: readonly Sentence[]): JudgedReport => {
  const inspection = inspectionWith();
  const sections = { ...SOUND, [section]: [...sentences] };
  return judgeReport(inspection, { ...inspection.report, sections }, known);
};

it("finds nothing in a sound report", () => {
  expect(judged("status", SOUND.status)).toMatchObject({
    emptySections: [],
    saysVerdict: true,
    sentences: 6,
    unsupported: [],
    stray: [],
    quotations: 1,
    notLiteral: [],
    types: ["dent"],
    strayTypes: [],
  });
});

it.each([
  { fault: "an empty section", section: "causes", said: [], found: { emptySections: ["causes"] } },
  {
    fault: "evidence that is not there",
    section: "actions",
    said: [say("Stop.", "A1", "A2")],
    found: { unsupported: ["Stop."] },
  },
  {
    fault: "a number of nothing",
    section: "actions",
    said: [say("Wait 8 minutes.", "A1")],
    found: { stray: [{ number: "8", text: "Wait 8 minutes." }] },
  },
  {
    fault: "a number of other evidence",
    section: "prevention",
    said: [say("It was 7.25.", "D0")],
    found: { stray: [{ number: "7.25", text: "It was 7.25." }] },
  },
  {
    fault: "a wrongly rounded number",
    section: "actions",
    said: [say("It was 7.24, or 7.247.", "A1")],
    found: { stray: [{ number: "7.24", text: "It was 7.24, or 7.247." }] },
  },
  {
    fault: "a quotation with a changed word",
    section: "causes",
    said: [say("lid-3.pdf says: “Press below 13 bar.”", "M1")],
    found: { quotations: 1, notLiteral: ["Press below 13 bar."] },
  },
  {
    fault: "a quotation of another page",
    section: "causes",
    said: [say("It says: “Lids”", "M1")],
    found: { notLiteral: ["Lids"] },
  },
  {
    fault: "a type of no evidence",
    section: "status",
    said: [say("The part fails: a stain.", "A1")],
    found: { types: ["stain"], strayTypes: ["stain"] },
  },
  {
    fault: "a status without the verdict",
    section: "status",
    said: [SOUND.status[1] ?? say("")],
    found: { saysVerdict: false },
  },
] as const)("finds $fault", ({ section, said, found }) => {
  expect(judged(section, said)).toMatchObject(found);
});

it("does not judge quotations of a manual that it cannot read", () => {
  const inspection = inspectionWith();
  const { quotations, notLiteral } = judgeReport(inspection, inspection.report, {
    ...known,
    pagesOf: () => undefined,
  });
  expect({ quotations, notLiteral }).toEqual({ quotations: 0, notLiteral: [] });
});

it("tells which fact only one language carries, and takes a quotation for none", () => {
  const inspection = inspectionWith();
  const korean = (status: readonly Sentence[]) => ({
    inspection,
    report: {
      ...inspection.report,
      language: "ko" as const,
      sections: { ...KOREAN, status: [...status] },
    },
  });
  const english = { inspection, report: inspection.report };
  expect(judgeReport(inspection, korean(KOREAN.status).report, known)).toMatchObject({
    saysVerdict: true,
    stray: [],
    types: ["dent"],
  });
  expect(differences(korean(KOREAN.status), english, known)).toEqual([]);
  expect(differences(korean(KOREAN.status.slice(0, 2)), english, known)).toEqual([
    ...["1", "10", "20", "30", "40"].map((number) => `status ${number}: only en`),
    "type dent: only en",
  ]);
});
