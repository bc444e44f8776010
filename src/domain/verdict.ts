import { z } from "zod";

export const VERDICTS = ["pass", "fail", "review", "retake"] as const;
export const VerdictKind = z.enum(VERDICTS);
export type VerdictKind = z.infer<typeof VerdictKind>;

export const VERDICT_REASONS = [
  "capture_unusable",
  "no_deciding_reader",
  "anomaly_beyond_alpha",
  "too_few_references",
  "readers_disagree",
  "nothing_found",
] as const;
export type VerdictReason = (typeof VERDICT_REASONS)[number];

export const Verdict = z.object({
  kind: VerdictKind,
  reasons: z.array(z.enum(VERDICT_REASONS)).min(1),
  pValue: z.number().min(0).max(1).optional(),
  alpha: z.number().optional(),
  distance: z.number().nonnegative().optional(),
  threshold: z.number().nonnegative().optional(),
});
export type Verdict = z.infer<typeof Verdict>;
