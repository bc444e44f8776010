// A record made by hand and sentences with one fault each: the judge must find each, and nothing else.
import { expect, it } from "vitest";
import type { DefectType } from "../../../src/domain/defect-type.ts";
import { Inspection } from "../../../src/domain/inspection.ts";
import type { Sentence } from "../../../src/domain/report.ts";
import { type JudgedReport, judgeReport, type Known } from "./judge-report.ts";
import { differences } from "./same-facts.ts";

const blob = (digit: string): string => `sha256:${digit.repeat(64)}`;
const MANUAL = blob("d");

const inspectionWith = (changes: Partial<Record<string, unknown>> = {}): Inspection =>
  Inspection.parse({
    id: `insp_${"0".repeat(20)}`,
    createdAt: "2026-01-02T03:04:05.000Z",
    product: "lid",
    images: [
      {
        view: "front",
        fileName: "lid 7.png",
        image: { id: blob("1"), widthPx: 640, heightPx: 480, format: "png", sizeBytes: 9, frames: 1 },
      },
    ],
    metadata: {},
    capture: { grade: "usable", degradations: [], references: 41 },
    readers: {},
    evidence: [
      { id: "D0", kind: "capture", grade: "usable", references: 41 },
      {
        id: "A1",
        kind: "anomaly",
        distance: 7.2468,
        threshold: 5.5,
        highestGood: 5.1,
        pValue: 1 / 42,
        alpha: 0.05,
        references: 41,
        falseAlarmBound: 0.0949,
        bank: "b",
        map: blob("a"),
      },
      {
        id: "M1",
        kind: "manual",
        document: "lid-3.pdf",
        documentId: MANUAL,
        revision: 2,
        page: 2,
        headings: ["Dents"],
        quotation: "Press below 12 bar.",
        section: "causes",
        defectType: "dent",
      },
    ],
    regions: [
      {
        x: 10,
        y: 20,
        width: 30,
        height: 40,
        distance: 7.2468,
        pValue: 1 / 42,
        areaPx: 900,
        label: "dent",
        supportedBy: ["A1"],
      },
    ],
    verdict: {
      kind: "fail",
      reasons: ["anomaly_beyond_alpha"],
      pValue: 1 / 42,
      alpha: 0.05,
      distance: 7.2468,
      threshold: 5.5,
    },
    report: { language: "en", writer: "rule", sections: SOUND, removed: [] },
    pictures: {},
    timingsMs: {},
    versions: {},
    ...changes,
  });

const say = (text: string, ...evidence: string[]): Sentence => ({ text, evidence });

const SOUND = {
  status: [
    say("The part fails: the score of 7.25 lies above 5.50 (p-value 0.024).", "A1"),
    say("About 5 % of good parts fail by mistake, below 9.49 % with 95 % confidence.", "A1"),
    say("Region 1 (dent) at x 10, y 20 measures 30 × 40 px in lid 7.png.", "A1"),
  ],
  causes: [say("lid-3.pdf (revision 2, page 2) says: “Press below 12 bar.”", "M1")],
  actions: [say("Set the part aside.", "A1")],
  prevention: [say("Keep the light as it was for the 41 good pictures.", "D0")],
};

const TYPES: readonly DefectType[] = [
  { code: "dent", names: { ko: "찍힘", en: "dent" }, synonyms: { ko: [], en: [] } },
  { code: "stain", names: { ko: "얼룩", en: "stain" }, synonyms: { ko: [], en: ["score"] } },
];
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

const KOREAN = {
  status: [
    say("점수 7.25가 기준값 5.50보다 높아 불합격입니다(p값 0.024).", "A1"),
    say("정상품의 약 5%를 잘못 불합격시키며 95% 신뢰도로 9.49% 미만입니다.", "A1"),
    say("영역 1(찍힘)은 x 10, y 20에 있고 크기는 30 × 40 px입니다(lid 7.png).", "A1"),
  ],
  causes: [say("설명서에 “Cool it.”라고 적혀 있습니다.", "M1")],
  actions: [say("부품을 격리하십시오.", "A1")],
  prevention: [say("정상 사진 41장과 같은 조명을 유지하십시오.", "D0")],
};

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
