import { z } from "zod";
import { EvidenceId } from "./evidence.ts";
import { Language } from "./language.ts";
import { ModelUse } from "./language-model.ts";

export const SECTIONS = ["status", "causes", "actions", "prevention"] as const;
export type Section = (typeof SECTIONS)[number];

export const Sentence = z.object({ text: z.string().min(1), evidence: z.array(EvidenceId).min(1) });
export type Sentence = z.infer<typeof Sentence>;

export const RemovedSentence = z.object({
  section: z.enum(SECTIONS),
  text: z.string(),
  reason: z.enum([
    "no_evidence",
    "unknown_evidence",
    "opinion_as_fact",
    "number_without_evidence",
    "quotation_not_on_page",
  ]),
  /** The words that have no support. */
  detail: z.string(),
});
export type RemovedSentence = z.infer<typeof RemovedSentence>;

export const Report = z.object({
  language: Language,
  /** `rule`, or the name of the language model that phrased it. */
  writer: z.string(),
  /** Why another writer than the one that was asked for wrote this. */
  fallback: z
    .object({ writer: z.string(), /** docs/errors.md */ code: z.string(), reason: z.string() })
    .optional(),
  modelUse: ModelUse.optional(),
  /** Sections that the language model did not finish before the deadline: the rules wrote them. */
  unfinished: z.array(z.enum(SECTIONS)).optional(),
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
