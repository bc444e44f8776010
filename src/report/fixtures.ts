// Facts of every verdict, for the tests of this folder.
import type { Degradation } from "../domain/capture-grade.ts";
import type { Evidence } from "../domain/evidence.ts";
import type { BlobId } from "../domain/image-ref.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { Language } from "../domain/language.ts";
import type { Product } from "../domain/product.ts";
import type { Region } from "../domain/region.ts";
import type { Report } from "../domain/report.ts";
import { type CheckContext, namesOf } from "./check-report.ts";
import type { ReportFacts } from "./facts.ts";
import type { EvidenceOf } from "./plan-evidence.ts";

const blob = (digit: string): BlobId => `sha256:${digit.repeat(64)}`;

export const CASTING: Product = {
  id: "casting",
  names: { ko: "주조품 2형", en: "casting mk 2" },
  views: ["front"],
  types: [
    { code: "hole", names: { ko: "기공", en: "porosity" }, synonyms: { ko: [], en: ["blowhole"] } },
    { code: "burr-2", names: { ko: "날개 버 2종", en: "type 2 burr" }, synonyms: { ko: [], en: [] } },
    { code: "stain", names: { ko: "오염", en: "stain" }, synonyms: { ko: [], en: [] } },
  ],
  alpha: 0.05,
  createdAt: "2025-01-02T03:04:05Z",
};

const BLUR: Degradation = {
  kind: "defocus_blur",
  severity: 0.623,
  statistic: { name: "edge width", value: 6.482, unit: "px" },
  usual: { median: 2.1, low: 1.83, high: 2.62 },
};
const MOTION: Degradation = {
  kind: "motion_blur",
  severity: 0.48,
  statistic: { name: "directionalLossDb", value: 24.31, unit: "dB" },
  angleDegrees: 30,
  lengthPx: 9.2,
  region: { x: 520, y: 40, width: 96, height: 192 },
};
const CLIPPED: Degradation = {
  kind: "over_exposure",
  severity: 0.31,
  statistic: { name: "clipped pixels", value: 12.34, unit: "%" },
};

const captureOf = (
  grade: "usable" | "limited" | "unusable",
  degradations: readonly Degradation[] = [],
): readonly Evidence[] => [
  { id: "D0", kind: "capture", grade, references: 30 },
  ...degradations.map(
    (degradation, index): Evidence => ({ id: `D${index + 1}`, kind: "degradation", degradation }),
  ),
];

export const ANOMALY: EvidenceOf<"anomaly"> = {
  id: "A1",
  kind: "anomaly",
  distance: 12.43,
  threshold: 8.214,
  highestGood: 8.9,
  pValue: 1 / 46,
  alpha: 0.05,
  references: 45,
  falseAlarmBound: 0.1013,
  bank: "bank-7f3",
  map: blob("a"),
};

const REGIONS: readonly Region[] = [
  {
    x: 431.6,
    y: 96.2,
    width: 48,
    height: 36.4,
    distance: 12.43,
    pValue: 1 / 46,
    areaPx: 1204,
    supportedBy: ["A1"],
  },
  {
    x: 96,
    y: 540,
    width: 120,
    height: 60,
    distance: 9.87,
    pValue: 1 / 46,
    areaPx: 5120,
    label: "burr-2",
    supportedBy: ["A1"],
  },
];

/** The pages of one manual, by number from 1. */
const PAGES: readonly string[] = [
  "Casting manual\nPorosity\nCauses: Gas is trapped when the melt is poured\nabove 720 °C. Keep “slow” filling.",
  "Actions: Grind the burr down to 0.2 mm and inspect again.",
  "Prevention: Degas the melt for 15 minutes before each shift.",
];

const passage = (id: string, page: number, quotation: string): EvidenceOf<"manual"> => ({
  id,
  kind: "manual",
  document: "casting v2 (en).pdf",
  documentId: blob("d"),
  revision: 1,
  page,
  headings: ["Defects", `${page}. Topic`],
  quotation,
});

export const PASSAGES: readonly EvidenceOf<"manual">[] = [
  {
    ...passage("M1", 1, "Gas is trapped when the melt is poured above 720 °C. Keep “slow” filling."),
    section: "causes",
    defectType: "hole",
  },
  {
    ...passage("M2", 2, "Grind the burr down to 0.2 mm and inspect again."),
    section: "actions",
    defectType: "burr-2",
  },
  { ...passage("M3", 3, "Degas the melt for 15 minutes before each shift."), section: "prevention" },
  passage("M4", 1, "Casting manual"),
];

const similar = (id: string, asked: 1 | "spot" | "whole", rank: number): Evidence => ({
  id,
  kind: "similar",
  caseId: `casting_burr-2_00${rank}`,
  caseType: "burr-2",
  fileName: `0${rank}.jpg`,
  similarity: 0.8765 - rank / 100,
  rank,
  asked,
  matched: asked === "whole" ? "whole" : "crop",
});

/** Two of the three cases nearest to what was asked are of one type. */
const similarCases = (asked: 1 | "spot", pValue: number): readonly Evidence[] => [
  {
    id: "S0",
    kind: "similarity",
    cases: 24,
    similarity: 0.8665,
    pValue,
    alpha: 0.05,
    references: 45,
    defectType: "burr-2",
    votes: { nearest: 3, agreeing: 2 },
  },
  similar("S1", "whole", 1),
  similar("S2", asked, 1),
  similar("S3", asked, 2),
];

const skippedReaders: readonly Evidence[] = [
  { id: "F1", kind: "reader", reader: "findSimilar", status: "skipped", reason: "no cases are stored" },
  { id: "F2", kind: "reader", reader: "groundDefects", status: "skipped", reason: "model_missing" },
];

const factsOf = (changes: Partial<ReportFacts>): ReportFacts => ({
  verdict: { kind: "pass", reasons: ["nothing_found"], pValue: 26 / 46, alpha: 0.05 },
  capture: { grade: "usable", degradations: [], references: 30 },
  readers: { gradeCapture: { status: "ran" }, detectAnomaly: { status: "ran" } },
  evidence: [],
  regions: [],
  images: [{ widthPx: 640, heightPx: 640 }],
  product: CASTING,
  ...changes,
});

const COMPARED: EvidenceOf<"reference"> = {
  id: "R1",
  kind: "reference",
  image: blob("c"),
  fileName: "good 07.jpg",
  choice: "nearest",
  alignment: { dxPx: -10.94, dyPx: 0, rotationDegrees: 3.479, scale: 0.9907, score: 0.8944, covered: 0.954 },
  meanSsim: 0.81686,
  distance: 0.8462,
  threshold: 0.7301,
  pValue: 1 / 31,
  alpha: 0.05,
  references: 30,
  ssim: {
    windowPx: 11,
    sigmaPx: 1.5,
    k1: 0.01,
    k2: 0.03,
    range: 255,
    smoothingPx: 4,
    widthPx: 512,
    heightPx: 512,
  },
  map: blob("e"),
};
const DIFFERENT: Region = {
  x: 44,
  y: 310,
  width: 22,
  height: 30,
  distance: 0.8462,
  pValue: 1 / 31,
  areaPx: 402,
  supportedBy: ["R1"],
};

const PASSED: Evidence = { ...ANOMALY, distance: 5.2, pValue: 26 / 46 };
const FEW: Evidence = {
  id: "A1",
  kind: "anomaly",
  distance: 12.43,
  highestGood: 8.9,
  pValue: 1 / 13,
  alpha: 0.05,
  references: 12,
  bank: "bank-12",
  map: blob("a"),
};
const failed = {
  kind: "fail",
  reasons: ["anomaly_beyond_alpha"],
  pValue: 1 / 46,
  alpha: 0.05,
  distance: 12.43,
  threshold: 8.214,
} as const;
const undecided = { kind: "review", reasons: ["no_deciding_reader"] } as const;

/** Name, and facts. */
export const CASES: readonly (readonly [string, ReportFacts])[] = [
  ["pass", factsOf({ evidence: [...captureOf("usable"), PASSED, ...skippedReaders] })],
  [
    "pass on a limited capture",
    factsOf({
      capture: { grade: "limited", degradations: [BLUR], references: 30 },
      evidence: [...captureOf("limited", [BLUR]), PASSED],
    }),
  ],
  [
    "pass beside a reference that fits and one that was asked for",
    factsOf({
      evidence: [
        ...captureOf("usable"),
        PASSED,
        { ...COMPARED, distance: 0.51, pValue: 12 / 31 },
        { ...COMPARED, id: "R2", choice: "asked" },
      ],
    }),
  ],
  [
    "pass beside a reference that does not fit",
    factsOf({
      evidence: [
        ...captureOf("usable"),
        PASSED,
        {
          id: "F2",
          kind: "reader",
          reader: "compareReference",
          status: "skipped",
          reason: "the reference cannot be laid over this picture: they overlap too little",
        },
      ],
    }),
  ],
  [
    "fail with passages",
    factsOf({
      verdict: { ...failed, reasons: [...failed.reasons] },
      evidence: [...captureOf("usable"), ANOMALY, ...PASSAGES, ...skippedReaders],
      regions: REGIONS,
    }),
  ],
  [
    "fail with a suspected type",
    factsOf({
      verdict: { ...failed, reasons: [...failed.reasons] },
      evidence: [...captureOf("usable"), ANOMALY, ...similarCases(1, 1 / 46), ...PASSAGES.slice(1, 2)],
      regions: REGIONS.map((region) => ({ ...region, label: "burr-2", supportedBy: ["A1", "S2", "S3"] })),
    }),
  ],
  [
    "fail without a manual",
    factsOf({
      verdict: { ...failed, reasons: [...failed.reasons] },
      evidence: [...captureOf("usable", [CLIPPED]), ANOMALY],
      regions: Array.from({ length: 8 }, (_, index) => ({
        x: 70 * index,
        y: 10,
        width: 20,
        height: 30.5,
        distance: 12.43 - index / 3,
        pValue: 1 / 46,
        areaPx: 320,
        supportedBy: ["A1"],
      })),
    }),
  ],
  [
    "review for too few references",
    factsOf({
      verdict: { kind: "review", reasons: ["too_few_references"] },
      evidence: [...captureOf("usable"), FEW, ...PASSAGES],
      regions: REGIONS,
    }),
  ],
  [
    "review for a failed reader",
    factsOf({
      verdict: { ...undecided, reasons: [...undecided.reasons] },
      evidence: [
        ...captureOf("usable"),
        { id: "F1", kind: "reader", reader: "detectAnomaly", status: "failed", reason: "model_damaged" },
      ],
    }),
  ],
  [
    "review of readers that disagree",
    factsOf({
      verdict: { kind: "review", reasons: ["readers_disagree"] },
      evidence: [...captureOf("usable"), PASSED, COMPARED, ...similarCases("spot", 1 / 46), ...PASSAGES],
      regions: [DIFFERENT],
    }),
  ],
  [
    "retake",
    factsOf({
      verdict: { kind: "retake", reasons: ["capture_unusable"] },
      capture: { grade: "unusable", degradations: [BLUR, CLIPPED], references: 30 },
      evidence: captureOf("unusable", [BLUR, CLIPPED]),
    }),
  ],
  [
    "retake without a named degradation",
    factsOf({
      verdict: { kind: "retake", reasons: ["capture_unusable"] },
      capture: { grade: "unusable", degradations: [], references: 30 },
      evidence: captureOf("unusable"),
    }),
  ],
  [
    "capture only",
    factsOf({
      verdict: { ...undecided, reasons: [...undecided.reasons] },
      product: null,
      evidence: [
        { id: "D0", kind: "capture", grade: "usable", references: 0 },
        { id: "F1", kind: "reader", reader: "detectAnomaly", status: "skipped", reason: "no product" },
      ],
    }),
  ],
  [
    "retake, capture only",
    factsOf({
      verdict: { kind: "retake", reasons: ["capture_unusable"] },
      capture: { grade: "unusable", degradations: [BLUR, MOTION], references: 0 },
      product: null,
      evidence: captureOf("unusable", [BLUR, MOTION]),
    }),
  ],
];

export const LANGUAGES: readonly Language[] = ["ko", "en"];

export const factsNamed = (name: string): ReportFacts => {
  const found = CASES.find(([title]) => title === name);
  if (found === undefined) throw new Error(`no facts are named ${name}`);
  return found[1];
};

export const contextOf = ({ evidence, regions, images, product }: ReportFacts): CheckContext => ({
  evidence,
  regions,
  images,
  names: namesOf(product),
  pageText: (documentId, page) => (documentId === blob("d") ? PAGES[page - 1] : undefined),
});

export const inspectionOf = (facts: ReportFacts, report: Report): Inspection => ({
  id: "insp_0123456789abcdefghij",
  createdAt: "2025-03-04T05:06:07.123Z",
  product: facts.product?.id ?? null,
  images: facts.images.map(({ widthPx, heightPx }) => ({
    view: "front",
    fileName: "hole/01.jpg",
    image: { id: blob("1"), widthPx, heightPx, format: "jpeg", sizeBytes: 81234, frames: 1 },
  })),
  metadata: { station: "3", position: { x: 1.5 } },
  capture: facts.capture,
  readers: facts.readers,
  evidence: [...facts.evidence],
  regions: [...facts.regions],
  verdict: facts.verdict,
  report,
  pictures: {},
  timingsMs: { gradeCapture: 12.3, detectAnomaly: 84.21, total: 143.9 },
  versions: { gumsa: "0.1.0", "patch-features": "1.0.0", bank: "bank-7f3" },
});
