// Drawn inspections from which sentences are made. Nothing here knows the checker: places, number words and defect
// names are this file's own, so that a mistake there is not repeated here.
import type { Evidence } from "../../src/domain/evidence.ts";
import type { Product } from "../../src/domain/product.ts";
import type { Region } from "../../src/domain/region.ts";
import type { VerdictKind } from "../../src/domain/verdict.ts";
import type { ReportFacts } from "../../src/report/facts.ts";

export type Names = Readonly<Record<"en" | "ko", string>>;

export interface DrawnRecord {
  readonly facts: ReportFacts;
  readonly verdict: VerdictKind;
  readonly distance: number;
  readonly threshold: number;
  readonly pValue: number;
  readonly references: number;
  readonly boxes: readonly {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  }[];
  /** Of the first region, and the opposite ninth of the picture. */
  readonly place: Names;
  readonly wrongPlace: Names;
  /** Suspected, and one of the product's that is not. */
  readonly type: Names;
  readonly otherType: Names;
  readonly quotation: string;
  readonly page: number;
  readonly pageText: string;
}

export const WORDS = {
  en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
  ko: ["영", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"],
} as const;

const TYPES: Product["types"] = [
  { code: "hole", names: { ko: "기공", en: "gas hole" }, synonyms: { ko: ["블로홀"], en: ["blowhole"] } },
  { code: "burr", names: { ko: "버", en: "burr" }, synonyms: { ko: ["거스러미"], en: [] } },
  { code: "scratch", names: { ko: "긁힘", en: "scratch" }, synonyms: { ko: ["스크래치"], en: [] } },
  { code: "stain", names: { ko: "오염", en: "stain" }, synonyms: { ko: ["얼룩"], en: [] } },
];
const PRODUCT: Product = {
  id: "casting",
  names: { ko: "주조품", en: "Casting" },
  views: ["front"],
  types: TYPES,
  alpha: 0.05,
  createdAt: "2026-01-02T03:04:05Z",
};
const QUOTATIONS = [
  "The sand core contains more than 0.3 % moisture and gives off steam.",
  "The cutting edge of the trimming die is worn by more than 0.2 mm.",
  "부품이 이송 중에 서로 부딪히거나 지그에 쓸린다.",
  "세척액의 농도가 2.5 % 아래로 떨어졌다.",
] as const;
const ROWS = [
  { en: "upper", ko: "상단" },
  { en: "middle", ko: "중앙" },
  { en: "lower", ko: "하단" },
] as const;
const COLUMNS = [
  { en: "left", ko: "좌측" },
  { en: "center", ko: "중앙" },
  { en: "right", ko: "우측" },
] as const;
const SIZE = { widthPx: 720, heightPx: 540 } as const;

/** Uniform numbers from 0 to 1, the same on every machine (Park and Miller 1988). */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
};

export const drawRecord = (seed: number, verdict: "pass" | "fail" | "review"): DrawnRecord => {
  const random = seeded(seed * 7919 + 13);
  for (let warm = 0; warm < 5; warm++) random();
  const between = (low: number, high: number): number => low + random() * (high - low);
  const whole = (low: number, high: number): number => Math.floor(between(low, high + 1));
  const threshold = Number(between(4, 9).toFixed(3));
  const distance = Number(
    (threshold * (verdict === "fail" ? between(1.1, 2.6) : between(0.4, 0.9))).toFixed(3),
  );
  const references = whole(24, 60);
  const pValue = verdict === "fail" ? 1 / (references + 1) : whole(6, 20) / (references + 1);
  const typeIndex = whole(0, 3);
  const type = TYPES[typeIndex] ?? drawn("type");
  const other = TYPES[(typeIndex + 1 + whole(0, 2)) % 4] ?? drawn("type");
  const cell = { row: [0, 2][whole(0, 1)] ?? 0, column: [0, 2][whole(0, 1)] ?? 0 };
  const boxes = verdict === "pass" ? [] : Array.from({ length: whole(2, 5) }, () => boxIn(cell, whole));
  const quotation = QUOTATIONS[typeIndex] ?? drawn("quotation");
  const page = whole(2, 9);
  const parts = { verdict, threshold, distance, references, pValue, type: type.code, boxes, quotation, page };
  return {
    facts: factsFrom(parts),
    verdict,
    distance,
    threshold,
    pValue,
    references,
    boxes,
    place: placeNames(cell),
    wrongPlace: placeNames({ row: 2 - cell.row, column: 2 - cell.column }),
    type: type.names,
    otherType: other.names,
    quotation,
    page,
    pageText: `Chapter\n${quotation}\nInspect once a shift.`,
  };
};

const drawn = (what: string): never => {
  throw new RangeError(`no ${what} was drawn`);
};

const boxIn = (cell: { row: number; column: number }, whole: (low: number, high: number) => number) => ({
  x: cell.column * 240 + whole(40, 90),
  y: cell.row * 180 + whole(30, 70),
  width: whole(42, 96),
  height: whole(31, 77),
});

const placeNames = ({ row, column }: { row: number; column: number }): Names => {
  const [down, across] = [ROWS[row], COLUMNS[column]];
  if (!down || !across) throw new RangeError("no such ninth of a picture");
  return { en: `${down.en} ${across.en}`, ko: `${across.ko} ${down.ko}` };
};

interface Parts
  extends Pick<
    DrawnRecord,
    "threshold" | "distance" | "references" | "pValue" | "boxes" | "quotation" | "page"
  > {
  readonly verdict: "pass" | "fail" | "review";
  readonly type: string;
}

const blob = (digit: string): string => `sha256:${digit.repeat(64)}`;

const factsFrom = (parts: Parts): ReportFacts => {
  const { verdict, threshold, distance, pValue, references } = parts;
  const reasons = {
    pass: "nothing_found",
    fail: "anomaly_beyond_alpha",
    review: "readers_disagree",
  } as const;
  return {
    verdict: { kind: verdict, reasons: [reasons[verdict]], pValue, alpha: 0.05, distance, threshold },
    capture: { grade: "usable", degradations: [], references },
    readers: { detectAnomaly: { status: "ran" } },
    evidence: evidenceFrom(parts),
    regions: regionsFrom(parts),
    images: [SIZE],
    product: PRODUCT,
  };
};

const evidenceFrom = (parts: Parts): readonly Evidence[] => {
  const { verdict, threshold, distance, pValue, references, quotation, page, type } = parts;
  const anomaly: Evidence = {
    id: "A1",
    kind: "anomaly",
    distance,
    threshold,
    highestGood: threshold,
    pValue,
    alpha: 0.05,
    references,
    falseAlarmBound: 0.1013,
    bank: "bank-1",
    map: blob("a"),
  };
  const capture: Evidence = { id: "D0", kind: "capture", grade: "usable", references };
  if (verdict === "pass") return [capture, anomaly];
  const near = { cases: 24, similarity: 0.87, pValue: 1 / (references + 1), alpha: 0.05, references };
  const similarity: Evidence = {
    id: "S0",
    kind: "similarity",
    ...near,
    defectType: type,
    votes: { nearest: 5, agreeing: 4 },
  };
  const similar: Evidence = {
    id: "S1",
    kind: "similar",
    caseId: `casting_${type}_003`,
    caseType: type,
    fileName: "c03.jpg",
    similarity: 0.87,
    rank: 1,
    asked: 1,
    matched: "crop",
  };
  const manual: Evidence = {
    id: "M1",
    kind: "manual",
    document: "casting.pdf",
    documentId: blob("d"),
    revision: 1,
    page,
    headings: ["Defects"],
    quotation,
    section: "causes",
    defectType: type,
  };
  return [capture, anomaly, similarity, similar, manual];
};

const regionsFrom = ({ boxes, distance, pValue, type }: Parts): readonly Region[] =>
  boxes.map((box, index) => ({
    ...box,
    distance: Number((distance - index / 7).toFixed(3)),
    pValue,
    areaPx: Math.round(box.width * box.height * 0.61),
    ...(index === 0 && { label: type }),
    supportedBy: index === 0 ? ["A1", "S1"] : ["A1"],
  }));
