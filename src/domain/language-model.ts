// A language model may phrase a report or give an opinion. It never decides.
import { z } from "zod";

/** As its server lists it: `qwen2.5vl:3b`. */
export const ModelName = z
  .string()
  .max(200)
  .regex(/^[\w.-]+(?:[/:][\w.-]+)*$/, "a model's name, such as qwen2.5vl:3b");
export type ModelName = z.infer<typeof ModelName>;

/** The writer that needs no model; any other writer is a model's name. */
export const RULE_WRITER = "rule";

/** Stands for the writer that `gumsa models use` chose, or the rules. */
export const CHOSEN_WRITER = "chosen";

/** How a language model was asked, and what it cost. */
export const ModelUse = z.object({
  model: z.string(),
  /** Of the weights, as the server tells it. */
  digest: z.string().optional(),
  promptVersion: z.string(),
  /** As counted by the server; it may leave out what it had cached. */
  promptTokens: z.int().nonnegative().optional(),
  answerTokens: z.int().nonnegative().optional(),
  /** Whether the server's count shows that the pictures were taken in; absent where none was sent. */
  pictures: z.enum(["counted", "uncounted"]).optional(),
});
export type ModelUse = z.infer<typeof ModelUse>;
