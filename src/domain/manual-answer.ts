// What a search of the manuals comes back with: passages, none of them when the manuals do not answer, and how they
// were looked for, because an answer found by words alone may miss what is said in other words.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import { MANUAL_SECTIONS } from "./evidence.ts";
import { Passage } from "./passage.ts";

export const FoundPassage = Passage.extend({
  /** What it is about, where its headings say so. */
  section: z.enum(MANUAL_SECTIONS).optional(),
  defectType: DefectCode.optional(),
});
export type FoundPassage = z.infer<typeof FoundPassage>;

export const Retrieval = z.discriminatedUnion("vectors", [
  /** By words and by the meaning that this model gives them. */
  z.object({ vectors: z.literal("used"), model: z.string() }),
  /** By words alone: no embedding model is set up. */
  z.object({ vectors: z.literal("none") }),
  /** By words alone: the model did not answer. `reason` is a code of the error table. */
  z.object({ vectors: z.literal("away"), model: z.string(), reason: z.string() }),
]);
export type Retrieval = z.infer<typeof Retrieval>;

export const ManualAnswer = z.object({ passages: z.array(FoundPassage), retrieval: Retrieval });
export type ManualAnswer = z.infer<typeof ManualAnswer>;
