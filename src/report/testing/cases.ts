// Facts of every verdict, by name.
import type { Evidence } from "../../domain/evidence.ts";
import type { ReportFacts } from "../facts.ts";
import { BLUR, CASTING, CLIPPED, captureOf, MOTION } from "./casting.ts";
import { similarCases } from "./known-cases.ts";
import { HISTORY } from "./history.ts";
import { BOXES, LONE_BOX } from "./phrases.ts";
import { PASSAGES } from "./manual.ts";
import { ANOMALY, COMPARED, DIFFERENT, FEW, PASSED, REGIONS } from "./measured.ts";

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
    "fail with boxes for phrases",
    factsOf({
      verdict: { ...failed, reasons: [...failed.reasons] },
      evidence: [...captureOf("usable"), ANOMALY, ...BOXES],
      regions: REGIONS,
    }),
  ],
  ["pass beside a lone box", factsOf({ evidence: [...captureOf("usable"), PASSED, LONE_BOX] })],
  [
    "fail with a history",
    factsOf({
      verdict: { ...failed, reasons: [...failed.reasons] },
      evidence: [...captureOf("usable"), ANOMALY, ...similarCases(1, 1 / 46), HISTORY],
      regions: REGIONS,
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
