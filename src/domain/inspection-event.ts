// What is known before an inspection is done, in the order in which it is told. The record that ends it is what
// counts: a section that the last check empties is written by rules after all.
import { z } from "zod";
import { SECTIONS, Sentence } from "./report.ts";
import { Verdict } from "./verdict.ts";

export const InspectionEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("verdict"), verdict: Verdict }),
  z.object({
    kind: z.literal("section"),
    section: z.enum(SECTIONS),
    /** `rule`, or a language model's name. */
    writer: z.string(),
    /** Checked against the evidence. */
    sentences: z.array(Sentence),
  }),
]);
export type InspectionEvent = z.infer<typeof InspectionEvent>;
export type SectionEvent = Extract<InspectionEvent, { kind: "section" }>;
