// One fact with an id. Everything that a report may say stands on one of these.
// Ids: A anomaly, D degradation (D0 the grade as a whole), F a reader that could not do its job, M manual passage,
// V a language model's own opinion, which no verdict counts.
import { z } from "zod";
import { CaptureGrade, Degradation } from "./capture-grade.ts";
import { DefectCode } from "./defect-type.ts";
import { BlobId } from "./image-ref.ts";
import { Passage } from "./passage.ts";

export const EvidenceId = z.string().regex(/^[A-Z]\d+$/, "a letter and a number");
export type EvidenceId = z.infer<typeof EvidenceId>;

export const CaptureEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("capture"),
  grade: CaptureGrade.shape.grade,
  references: CaptureGrade.shape.references,
});

export const DegradationEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("degradation"),
  degradation: Degradation,
});
export type DegradationEvidence = z.infer<typeof DegradationEvidence>;

/** The confidence of `falseAlarmBound`. */
export const FALSE_ALARM_CONFIDENCE = 0.95;

export const AnomalyEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("anomaly"),
  /** The picture's score: the maximum of its distance map. */
  distance: z.number().nonnegative(),
  /** A distance above this has a p-value of alpha or less; absent while no p-value can reach alpha. */
  threshold: z.number().nonnegative().optional(),
  /** The highest left-out score of any good picture. */
  highestGood: z.number().nonnegative(),
  pValue: z.number().min(0).max(1),
  alpha: z.number(),
  references: z.int().positive(),
  /** With 95 % confidence over the choice of references the rate of false alarms lies below this. */
  falseAlarmBound: z.number().min(0).max(1).optional(),
  /** The version of the memory bank that was asked. */
  bank: z.string(),
  /** The stored distance map. */
  map: BlobId,
});
export type AnomalyEvidence = z.infer<typeof AnomalyEvidence>;

export const ReaderEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("reader"),
  reader: z.string(),
  status: z.enum(["skipped", "failed"]),
  /** Why, as a code of the error table or a short English reason. */
  reason: z.string(),
});
export type ReaderEvidence = z.infer<typeof ReaderEvidence>;

export const MANUAL_SECTIONS = ["causes", "actions", "prevention"] as const;

export const ManualEvidence = Passage.extend({
  id: EvidenceId,
  kind: z.literal("manual"),
  /** What the passage is about, where its headings say so. */
  section: z.enum(MANUAL_SECTIONS).optional(),
  defectType: DefectCode.optional(),
});
export type ManualEvidence = z.infer<typeof ManualEvidence>;

export const OpinionEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("opinion"),
  /** The language model, as its server calls it. */
  model: z.string(),
  text: z.string().min(1),
  promptVersion: z.string(),
});

export const Evidence = z.discriminatedUnion("kind", [
  CaptureEvidence,
  DegradationEvidence,
  AnomalyEvidence,
  ReaderEvidence,
  ManualEvidence,
  OpinionEvidence,
]);
export type Evidence = z.infer<typeof Evidence>;
