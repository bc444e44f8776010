import { describe, expect, it } from "vitest";
import type { CaptureGrade } from "../domain/capture-grade.ts";
import type { AnomalyEvidence, Evidence } from "../domain/evidence.ts";
import type { ReaderStatus } from "../domain/reader.ts";
import { weigh } from "../domain/weigh.ts";
import { EMPTY_FACTS } from "./testing/empty-facts.ts";
import { weighEvidence } from "./weigh-evidence.ts";

const anomaly = (measured: Partial<AnomalyEvidence>): AnomalyEvidence => ({
  id: "A1",
  kind: "anomaly",
  distance: 0.4,
  threshold: 0.6,
  highestGood: 0.6,
  pValue: 0.5,
  alpha: 0.05,
  references: 30,
  bank: "sha256:bank",
  map: `sha256:${"0".repeat(64)}`,
  ...measured,
});
const nearness = (pValue: number): Evidence => ({
  id: "S0",
  kind: "similarity",
  cases: 24,
  similarity: 0.8,
  pValue,
  alpha: 0.05,
  references: 30,
});
const grounded = (isSupported: boolean): Evidence => ({
  id: "G1",
  kind: "grounded",
  phrase: "scratch",
  words: "scratch",
  isNegated: false,
  defectType: "scratch",
  box: { x: 1, y: 2, width: 3, height: 4 },
  likeness: 0.4,
  threshold: 0.1,
  pValue: 0.03,
  alpha: 0.05,
  references: 30,
  isSupported,
  grounder: "cases",
});
const capture = (grade: CaptureGrade["grade"]): CaptureGrade => ({ grade, degradations: [], references: 30 });
const ran: Record<string, ReaderStatus> = { detectAnomaly: { status: "ran" } };
const failed: Record<string, ReaderStatus> = {
  detectAnomaly: { status: "failed", code: "model_damaged", reason: "broken" },
};
const skipped: Record<string, ReaderStatus> = {
  detectAnomaly: { status: "skipped", reason: "no product was named" },
};
const { threshold: _, ...fewReferences } = anomaly({ references: 10, pValue: 1 / 11, distance: 0.7 });

describe("the verdict table", () => {
  const table: readonly [
    string,
    CaptureGrade["grade"],
    Evidence[],
    Record<string, ReaderStatus>,
    string,
    string,
  ][] = [
    [
      "an unusable capture, whatever the readers say",
      "unusable",
      [anomaly({ pValue: 0.01 })],
      ran,
      "retake",
      "capture_unusable",
    ],
    ["a bank that could not be read", "usable", [], failed, "review", "no_deciding_reader"],
    ["no product", "usable", [], skipped, "review", "no_deciding_reader"],
    [
      "p-value below alpha",
      "usable",
      [anomaly({ pValue: 0.03, distance: 0.9 })],
      ran,
      "fail",
      "anomaly_beyond_alpha",
    ],
    [
      "p-value equal to alpha",
      "usable",
      [anomaly({ pValue: 0.05, distance: 0.9 })],
      ran,
      "fail",
      "anomaly_beyond_alpha",
    ],
    ["p-value above alpha", "usable", [anomaly({ pValue: 0.0501 })], ran, "pass", "nothing_found"],
    [
      "nearer to a known case than good parts come",
      "usable",
      [anomaly({}), nearness(0.03)],
      ran,
      "review",
      "readers_disagree",
    ],
    [
      "as near to a known case as good parts come",
      "usable",
      [anomaly({}), nearness(0.06)],
      ran,
      "pass",
      "nothing_found",
    ],
    [
      "an anomaly that is like a known case",
      "usable",
      [anomaly({ pValue: 0.03 }), nearness(0.03)],
      ran,
      "fail",
      "anomaly_beyond_alpha",
    ],
    [
      "a box that the anomaly map does not support",
      "usable",
      [anomaly({}), grounded(false)],
      ran,
      "pass",
      "nothing_found",
    ],
    [
      "a box that the anomaly map supports",
      "usable",
      [anomaly({}), grounded(true)],
      ran,
      "review",
      "readers_disagree",
    ],
    ["a limited capture", "limited", [anomaly({})], ran, "pass", "nothing_found"],
    [
      "beyond every one of too few good pictures",
      "usable",
      [fewReferences],
      ran,
      "review",
      "too_few_references",
    ],
    [
      "within too few good pictures",
      "usable",
      [{ ...fewReferences, distance: 0.5 }],
      ran,
      "pass",
      "nothing_found",
    ],
  ];
  it.each(table)("%s", (_name, grade, evidence, readers, kind, reason) => {
    const verdict = weigh({ capture: capture(grade), evidence, readers });
    expect(verdict).toMatchObject({ kind, reasons: [reason] });
  });

  it("never passes a part that no reader could have failed", () => {
    for (const readers of [{}, failed, skipped]) {
      expect(weigh({ capture: capture("usable"), evidence: [], readers }).kind).toBe("review");
    }
  });

  it("makes a silent reader a fact that the report can stand on", async () => {
    const { evidence } = await weighEvidence()(
      { ...EMPTY_FACTS, capture: capture("usable"), readers: failed },
      {},
    );
    expect(evidence).toEqual([
      { id: "F1", kind: "reader", reader: "detectAnomaly", status: "failed", reason: "model_damaged" },
    ]);
  });
});
