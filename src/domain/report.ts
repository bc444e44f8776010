import { z } from "zod";
import { EvidenceId } from "./evidence.ts";
import { Language } from "./language.ts";

export const SECTIONS = ["status", "causes", "actions", "prevention"] as const;
export type Section = (typeof SECTIONS)[number];

export const Sentence = z.object({ text: z.string().min(1), evidence: z.array(EvidenceId).min(1) });
export type Sentence = z.infer<typeof Sentence>;

export const RemovedSentence = z.object({
  section: z.enum(SECTIONS),
  text: z.string(),
  reason: z.enum(["no_evidence", "unknown_evidence", "number_without_evidence", "quotation_not_on_page"]),
  /** The words that have no support. */
  detail: z.string(),
});
export type RemovedSentence = z.infer<typeof RemovedSentence>;

export const Report = z.object({
  language: Language,
  /** `rule`, or the name of the language model that phrased it. */
  writer: z.string(),
  sections: z.object({
    status: z.array(Sentence),
    causes: z.array(Sentence),
    actions: z.array(Sentence),
    prevention: z.array(Sentence),
  }),
  /** What the checker took out, and why. */
  removed: z.array(RemovedSentence),
});
export type Report = z.infer<typeof Report>;
