// A fine-tuned language model beside its base, and the proof that it is one: an adapter that a server ignores
// answers like its base, word for word.
import { z } from "zod";
import { ModelName } from "./language-model.ts";

/** The report of one writer over the same inspections, as the check left it. */
export const WriterTally = z.object({
  model: z.string(),
  /** Sentences that the model wrote, and how many of them the check took out. */
  sentences: z.int().nonnegative(),
  removed: z.int().nonnegative(),
  /** Inspections for which the rule writer had to take over. */
  fallbacks: z.int().nonnegative(),
  medianMs: z.number().nonnegative(),
});
export type WriterTally = z.infer<typeof WriterTally>;

export const PROOF_OUTCOMES = ["proven", "ignored", "worse", "unanswered"] as const;

export const AdapterProof = z.object({
  provenAt: z.iso.datetime(),
  inspections: z.int().positive(),
  /** Inspections of which the two wrote different sentences. */
  differing: z.int().nonnegative(),
  base: WriterTally,
  adapter: WriterTally,
  /**
   * `ignored`: no answer differs. `worse`: the check takes a larger share out of the adapter's sentences.
   * `unanswered`: one of the two did not answer throughout.
   */
  outcome: z.enum(PROOF_OUTCOMES),
});
export type AdapterProof = z.infer<typeof AdapterProof>;

export const Adapter = z.object({
  /** By which it is asked for as a writer. */
  name: ModelName,
  /** The profile of its family. */
  base: z.string(),
  /** The model that it is compared with, on the same server. */
  baseModel: z.string(),
  /** Merged into weights of its own, given to Ollama beside the base, or served by an endpoint. */
  kind: z.enum(["merged", "lora", "served"]),
  /** Of an OpenAI-compatible server; absent for the Ollama server of the settings. */
  endpoint: z.url().optional(),
  /** As the server calls it. */
  model: z.string(),
  server: z.string(),
  addedAt: z.iso.datetime(),
  proof: AdapterProof.optional(),
});
export type Adapter = z.infer<typeof Adapter>;
