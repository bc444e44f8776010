// What a person says after an inspection. It stands beside the record, which never changes.
import { z } from "zod";
import { CaseId } from "./case.ts";
import { DefectCode } from "./defect-type.ts";
import { InspectionId } from "./inspection.ts";
import { VerdictKind } from "./verdict.ts";

export const OUTCOMES = ["solved", "unsolved"] as const;

export const Feedback = z.object({
  inspection: InspectionId,
  createdAt: z.iso.datetime(),
  worker: z.string().trim().min(1).max(200),
  /** What was done with the part. */
  action: z.string().trim().min(1).max(2000),
  /** How useful the inspection was: 1 not at all, 5 very. */
  rating: z.int().min(1).max(5),
  /** The verdict as confirmed by a person. */
  verdict: VerdictKind.optional(),
  /** The defect type as confirmed by a person: one of the product's. */
  type: DefectCode.optional(),
  /** Whether the action solved the matter, as a person confirmed it; absent while nobody has. */
  outcome: z.enum(OUTCOMES).optional(),
  /** The case that the inspected picture became. */
  caseId: CaseId.optional(),
});
export type Feedback = z.infer<typeof Feedback>;

export const FeedbackInput = Feedback.omit({ createdAt: true, caseId: true }).extend({
  /** Makes the picture a known case of the confirmed type, at its strongest region. */
  asCase: z.boolean().optional(),
});
export type FeedbackInput = z.infer<typeof FeedbackInput>;
