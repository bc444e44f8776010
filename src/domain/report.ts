import { z } from "zod";
import { EvidenceId } from "./evidence.ts";
import { Language } from "./language.ts";
import { ModelUse } from "./language-model.ts";

export const SECTIONS = ["status", "causes", "actions", "prevention"] as const;
export type Section = (typeof SECTIONS)[number];

export const Sentence = z.object({ text: z.string().min(1), evidence: z.array(EvidenceId).min(1) });
export type Sentence = z.infer<typeof Sentence>;

/**
 * How far the finding lies beyond the limit, not how dangerous the defect is. `low` below 1.25 times the threshold,
 * `high` from 2 times on: set, not measured. `none` for a pass, `open` where a person decides or the picture is useless.
 */
export const SEVERITIES = ["none", "low", "medium", "high", "open"] as const;
export const Severity = z.object({
  level: z.enum(SEVERITIES),
  /** The anomaly score as a multiple of its threshold. */
  ratio: z.number().nonnegative().optional(),
});
export type Severity = z.infer<typeof Severity>;

/** Who acts next. */
export const ROLES = ["operator", "quality"] as const;
export const NextStep = Sentence.extend({ who: z.enum(ROLES) });
export type NextStep = z.infer<typeof NextStep>;

export const RemovedSentence = z.object({
  section: z.enum(SECTIONS),
  text: z.string(),
  reason: z.enum([
    "no_evidence",
    "unknown_evidence",
    "opinion_as_fact",
    "number_without_evidence",
    "quotation_not_on_page",
    "type_without_evidence",
    "place_disagrees",
    "verdict_disagrees",
    "evidence_contradicted",
    "certainty_without_evidence",
    "other_subject",
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
  /** One line for whoever reads no further. Like the next step it is always phrased by rules. */
  summary: Sentence.optional(),
  severity: Severity.optional(),
  next: NextStep.optional(),
  /** Sections that the language model did not finish before the deadline: the rules wrote them. */
  unfinished: z.array(z.enum(SECTIONS)).optional(),
  /** Sections of which the check left no sentence of the language model: the rules wrote them. */
  replaced: z.array(z.enum(SECTIONS)).optional(),
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
