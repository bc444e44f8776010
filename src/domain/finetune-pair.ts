// An instruction with the answer that a person's confirmation stands behind, to fine-tune a language model with.
import { z } from "zod";
import { Language } from "./language.ts";

export const FinetunePair = z.object({
  id: z.string().min(1),
  /** `describe`: the opinion of a picture. `report`: the sections of a report. `diagnose`: what is wrong with a capture. */
  task: z.enum(["describe", "report", "diagnose"]),
  language: Language,
  /** Products are never in both splits. */
  product: z.string(),
  split: z.enum(["train", "test"]),
  /** File names below the folder of the set, in the order in which the text speaks of them. */
  images: z.array(z.string()),
  messages: z
    .array(z.object({ role: z.enum(["system", "user", "assistant"]), content: z.string() }))
    .length(3),
});
export type FinetunePair = z.infer<typeof FinetunePair>;
