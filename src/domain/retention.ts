// How long pictures and inspections are kept, by verdict. What no rule names is kept for ever.
import { z } from "zod";
import { VerdictKind } from "./verdict.ts";

const Days = z.int().min(1).max(36_500);

export const RetentionRules = z.object({
  /** Days after which an inspection loses its pictures; its record stays. */
  pictures: z.partialRecord(VerdictKind, Days),
  /** Days after which it is deleted altogether. */
  inspections: z.partialRecord(VerdictKind, Days),
});
export type RetentionRules = z.infer<typeof RetentionRules>;

export const RetentionOutcome = z.object({
  /** Inspections that lost their pictures. */
  trimmed: z.int().nonnegative(),
  /** Inspections that were deleted. */
  removed: z.int().nonnegative(),
  blobs: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
});
export type RetentionOutcome = z.infer<typeof RetentionOutcome>;
