// What a conversation found out beyond the record: one fact with an id, like the record's own evidence, and never a
// part of it. Ids: L a closer look, W a supposition ("what if"), I another inspection, B what a person said after the
// inspection, N statistics, O where a number comes from, K the record's own particulars.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import { Evidence, EvidenceId } from "./evidence.ts";
import { Feedback } from "./feedback.ts";
import { BlobId } from "./image-ref.ts";
import { InspectionId } from "./inspection.ts";
import { ProductId } from "./product.ts";
import { Box } from "./region.ts";
import { VERDICTS, Verdict } from "./verdict.ts";

/** A part of the inspected picture, cut out and enlarged. */
export const LookEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("look"),
  /** The region's number, where it is one. */
  region: z.int().positive().optional(),
  box: Box,
  image: BlobId,
});

/** What is supposed to be otherwise than it was. */
export const Supposition = z.discriminatedUnion("what", [
  z.object({ what: z.literal("threshold"), value: z.number().nonnegative() }),
  z.object({ what: z.literal("alpha"), value: z.number().gt(0).lt(1) }),
  z.object({ what: z.literal("ignored"), box: Box, region: z.int().positive().optional() }),
]);
export type Supposition = z.infer<typeof Supposition>;

/** The verdict that the same rule would have given. It changes nothing. */
export const HypothesisEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("hypothesis"),
  supposed: Supposition,
  verdict: Verdict.shape.kind,
  reasons: Verdict.shape.reasons,
  distance: z.number().nonnegative(),
  threshold: z.number().nonnegative().optional(),
  pValue: z.number().min(0).max(1).optional(),
  alpha: z.number(),
  references: z.int().positive(),
  /** Good pictures whose left-out score lies above the supposed limit; absent where those scores are no longer kept. */
  goodBeyond: z.int().nonnegative().optional(),
});

/** Another inspection of the same product, as it was recorded. */
export const InspectionEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("inspection"),
  inspection: InspectionId,
  /** For people. */
  inspectedAt: z.string(),
  fileName: z.string(),
  verdict: Verdict.shape.kind,
  distance: z.number().nonnegative().optional(),
  threshold: z.number().nonnegative().optional(),
  pValue: z.number().min(0).max(1).optional(),
  alpha: z.number().optional(),
  defectType: DefectCode.optional(),
  actions: z.array(z.string()),
});

export const FeedbackEvidence = Feedback.pick({
  worker: true,
  action: true,
  rating: true,
  verdict: true,
  type: true,
  outcome: true,
}).extend({ id: EvidenceId, kind: z.literal("feedback"), givenAt: z.string() });

export const StatisticsEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("statistics"),
  product: ProductId.nullable(),
  /** The days that were counted, first and last, for people; absent for all there are. */
  from: z.string().optional(),
  to: z.string(),
  inspections: z.int().nonnegative(),
  verdicts: z.record(z.enum(VERDICTS), z.int().nonnegative()),
  /** Those in which this defect type was suspected or confirmed by a person. */
  defectType: DefectCode.optional(),
  ofType: z.int().nonnegative().optional(),
});

/** How a number of the record came about. */
export const OriginEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("origin"),
  of: z.enum(["distance", "threshold", "pValue", "other"]),
  /** The evidence that holds the number, and under which name. */
  held: EvidenceId,
  field: z.string(),
  value: z.number(),
  /** Of the null: how many good pictures, how many of them score at least as high, and the rank of the threshold. */
  references: z.int().positive().optional(),
  atLeastAsHigh: z.int().nonnegative().optional(),
  rank: z.int().positive().optional(),
  alpha: z.number().optional(),
  /** Whether the left-out scores of that bank are still kept and give the same number again. */
  isRecomputed: z.boolean().optional(),
  /** With its numbers put in. */
  formula: z.string().optional(),
  model: z.string().optional(),
  bank: z.string().optional(),
});

export const RecordEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("record"),
  inspection: InspectionId,
  inspectedAt: z.string(),
  product: z.string().optional(),
  files: z.array(z.string()),
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  metadata: z.array(z.object({ name: z.string(), value: z.string() })),
  versions: z.array(z.object({ name: z.string(), value: z.string() })),
  totalMs: z.number().nonnegative().optional(),
});

export const FollowUp = z.discriminatedUnion("kind", [
  LookEvidence,
  HypothesisEvidence,
  InspectionEvidence,
  FeedbackEvidence,
  StatisticsEvidence,
  OriginEvidence,
  RecordEvidence,
]);
export type FollowUp = z.infer<typeof FollowUp>;
export type FollowUpOf<Kind extends FollowUp["kind"]> = Extract<FollowUp, { kind: Kind }>;

/** What an answer may stand on. */
export const Fact = z.union([Evidence, FollowUp]);
export type Fact = z.infer<typeof Fact>;
