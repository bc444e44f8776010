// One fact with an id. Everything that a report may say stands on one of these.
// Ids: A anomaly, D degradation (D0 the grade as a whole), F a reader that could not do its job, M manual passage,
// S similar case (S0 the nearest of all, compared with what good pictures show), R comparison with a good picture,
// G a box for a phrase (G0 the phrases that were asked), H what was done before about the same defect type, V a language model's own opinion; no verdict counts these two.
import { z } from "zod";
import { CaptureGrade, Degradation } from "./capture-grade.ts";
import { CaseId } from "./case.ts";
import { DefectCode } from "./defect-type.ts";
import { History } from "./history.ts";
import { BlobId } from "./image-ref.ts";
import { Passage } from "./passage.ts";
import { Box } from "./region.ts";

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

/** The picture against one good picture, laid over it: structural similarity (SSIM, Wang et al. 2004). */
export const ReferenceEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("reference"),
  /** The good picture. */
  image: BlobId,
  fileName: z.string(),
  /**
   * `nearest` is how the good pictures were paired for the null, and only then the p-value counts in the verdict. The
   * `first` by hash, where no nearest is known, differs more: it would hold back one good part in five.
   */
  choice: z.enum(["nearest", "first", "asked"]),
  /** How the good picture had to be moved, in pixels of the inspected one. */
  alignment: z.object({
    dxPx: z.number(),
    dyPx: z.number(),
    rotationDegrees: z.number(),
    scale: z.number().positive(),
    /** Agreement of the edges, 1 at best. */
    score: z.number(),
    /** The share of the picture that the good one covers. */
    covered: z.number().min(0).max(1),
  }),
  meanSsim: z.number(),
  /** The largest difference: 1 - SSIM, smoothed a little. */
  distance: z.number().nonnegative(),
  /** A difference above this has a p-value of alpha or less; absent while no p-value can reach alpha. */
  threshold: z.number().nonnegative().optional(),
  pValue: z.number().min(0).max(1),
  alpha: z.number(),
  /** Pairs of good pictures behind the p-value. */
  references: z.int().nonnegative(),
  ssim: z.object({
    windowPx: z.number(),
    sigmaPx: z.number(),
    k1: z.number(),
    k2: z.number(),
    range: z.number(),
    /** Deviation of the Gaussian that smooths 1 - SSIM. */
    smoothingPx: z.number(),
    /** The size at which the two were compared. */
    widthPx: z.int().positive(),
    heightPx: z.int().positive(),
  }),
  /** The stored map of differences. */
  map: BlobId,
});
export type ReferenceEvidence = z.infer<typeof ReferenceEvidence>;

export const ReaderEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("reader"),
  reader: z.string(),
  status: z.enum(["skipped", "failed"]),
  /** Why, as a code of the error table or a short English reason. */
  reason: z.string(),
});
export type ReaderEvidence = z.infer<typeof ReaderEvidence>;

/** From 0 to 1: the cosine of the angle between two feature vectors, 0 for those that point apart. */
export const Similarity = z.number().min(0).max(1);

/** What the nearest known cases say as a whole, and whether good pictures come as near to them. */
export const SimilarityEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("similarity"),
  cases: z.int().positive(),
  /** Of the nearest case, whatever was asked. */
  similarity: Similarity,
  /** The share of good pictures that come as near to a case, this one counted in. */
  pValue: z.number().min(0).max(1),
  alpha: z.number(),
  references: z.int().positive(),
  /** The defect type of most of the cases nearest the strongest region, where the part is suspicious. */
  defectType: DefectCode.optional(),
  /** How many of the nearest cases were looked at, and how many are of that type. */
  votes: z.object({ nearest: z.int().positive(), agreeing: z.int().positive() }).optional(),
});
export type SimilarityEvidence = z.infer<typeof SimilarityEvidence>;

export const SimilarCaseEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("similar"),
  caseId: CaseId,
  caseType: DefectCode,
  fileName: z.string(),
  similarity: Similarity,
  /** 1 is the nearest to what was asked. */
  rank: z.int().positive(),
  /** What was asked: the whole picture, its strongest spot, or a region by its number. */
  asked: z.union([z.enum(["whole", "spot"]), z.int().positive()]),
  /** The part of the case that was nearest. */
  matched: z.enum(["whole", "crop"]),
});
export type SimilarCaseEvidence = z.infer<typeof SimilarCaseEvidence>;

/** What was asked for in words, and what came of it. */
export const AskedPhrase = z.object({
  phrase: z.string(),
  /** Without its negation. */
  words: z.string(),
  /** It says that there is none: a box speaks against it. */
  isNegated: z.boolean(),
  /** The product's defect types that it names. */
  types: z.array(DefectCode),
  /** Words that no type goes by. */
  others: z.array(z.string()),
  /** Why it was not looked for: it means nothing here, or no case shows it. */
  unknown: z.enum(["no_such_type", "no_cases", "not_in_model"]).optional(),
  boxes: z.int().nonnegative(),
});
export type AskedPhrase = z.infer<typeof AskedPhrase>;

export const PhrasesEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("phrases"),
  /** `cases`, or the model that was asked. */
  grounder: z.string(),
  asked: z.array(AskedPhrase),
  /** The rate of good pictures with any box at all. */
  alpha: z.number(),
  references: z.int().nonnegative(),
});

/** Where the picture shows what a phrase says, more than good pictures do. */
export const GroundedEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("grounded"),
  phrase: z.string(),
  /** Without its negation. */
  words: z.string(),
  isNegated: z.boolean(),
  defectType: DefectCode.optional(),
  box: Box,
  /** The grounder's own measure; of known cases how much nearer the place is to them than to good parts. */
  likeness: z.number(),
  /** Of the phrase; good pictures go beyond any of the thresholds no oftener than at the rate alpha. */
  threshold: z.number(),
  pValue: z.number().min(0).max(1),
  alpha: z.number(),
  references: z.int().nonnegative(),
  /** Whether a suspicious region of the anomaly map lies there too. */
  isSupported: z.boolean(),
  grounder: z.string(),
});
export type GroundedEvidence = z.infer<typeof GroundedEvidence>;

export const MANUAL_SECTIONS = ["causes", "actions", "prevention"] as const;

export const ManualEvidence = Passage.extend({
  id: EvidenceId,
  kind: z.literal("manual"),
  /** What the passage is about, where its headings say so. */
  section: z.enum(MANUAL_SECTIONS).optional(),
  defectType: DefectCode.optional(),
});
export type ManualEvidence = z.infer<typeof ManualEvidence>;

export const HistoryEvidence = History.extend({ id: EvidenceId, kind: z.literal("history") });

export const OpinionEvidence = z.object({
  id: EvidenceId,
  kind: z.literal("opinion"),
  /** The language model, as its server calls it. */
  model: z.string(),
  text: z.string().min(1),
  /** Where the model says that it sees something, in pixels of the inspected picture. */
  marks: z.array(z.object({ what: z.string().min(1), box: Box })).optional(),
  promptVersion: z.string(),
});

export const Evidence = z.discriminatedUnion("kind", [
  CaptureEvidence,
  DegradationEvidence,
  AnomalyEvidence,
  ReferenceEvidence,
  ReaderEvidence,
  SimilarityEvidence,
  SimilarCaseEvidence,
  PhrasesEvidence,
  GroundedEvidence,
  ManualEvidence,
  HistoryEvidence,
  OpinionEvidence,
]);
export type Evidence = z.infer<typeof Evidence>;

/** What good parts show no oftener than at the product's rate, by a reader that cannot fail a part by itself. */
export const isBeyondItsNull = (item: Evidence): boolean => {
  if (item.kind === "reference") return item.choice === "nearest" && item.pValue <= item.alpha;
  // Boxes alone would add their own rate of good parts sent to review to that of the others.
  if (item.kind === "grounded") return item.isSupported && item.pValue <= item.alpha;
  return item.kind === "similarity" && item.pValue <= item.alpha;
};
