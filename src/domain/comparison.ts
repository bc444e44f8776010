// The same inspection as several writers phrase it. The record itself does not change.
import { z } from "zod";
import { EvidenceId } from "./evidence.ts";
import { InspectionId } from "./inspection.ts";
import { Language } from "./language.ts";
import { Report, Sentence } from "./report.ts";

export const WrittenReport = z.object({
  writer: z.string(),
  /** As the check left it, with what it removed. */
  report: Report,
  durationMs: z.number().nonnegative(),
});
export type WrittenReport = z.infer<typeof WrittenReport>;

/** What one writer says otherwise than the first. */
export const WriterDifference = z.object({
  writer: z.string(),
  against: z.string(),
  onlyHere: z.array(Sentence),
  onlyThere: z.array(Sentence),
  /** Evidence that the first cites and this one does not. */
  evidenceLeftOut: z.array(EvidenceId),
});
export type WriterDifference = z.infer<typeof WriterDifference>;

export const Comparison = z.object({
  inspection: InspectionId,
  language: Language,
  reports: z.array(WrittenReport).min(1),
  differences: z.array(WriterDifference),
});
export type Comparison = z.infer<typeof Comparison>;
