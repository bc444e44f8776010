// Asks what number stands on a picture. A model that was not given the picture guesses one in ten thousand.
import { z } from "zod";
import type { Prompt } from "./prompt.ts";

const VERSION = "read-number-1";
const MOST_ANSWER_TOKENS = 64;

const Reading = z.object({ number: z.string() });

/** One wording for both languages: what is tested are eyes. */
export const readNumberPrompt = (): Prompt<z.infer<typeof Reading>> => ({
  version: VERSION,
  system: "You read what stands on a picture. Answer in JSON.",
  user: "Four digits stand on the picture, dark on light. Which number is it? Without a picture answer “none”.",
  schema: z.toJSONSchema(Reading),
  answer: Reading,
  mostAnswerTokens: MOST_ANSWER_TOKENS,
});
