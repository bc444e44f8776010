// How much context a question is given. Ollama has no tokenizer to ask, and cuts what does not fit without a
// word: so the estimate is meant to be too large, and the server's own count is checked afterwards.
import type { Question } from "./chat-model.ts";

/** LLaVA 1.6 takes 2,880 for its tiles, Qwen2-VL about 1,340 for a picture of 1,024 px. */
const TOKENS_A_PICTURE = 3072;
/** Chat template, and the schema where a server shows it to the model. */
const TOKENS_AROUND = 512;
const STEP = 1024;

/** The context to ask for: question and longest answer, in whole steps. */
export const contextSize = ({ system, user, pictures, schema, mostAnswerTokens }: Question): number => {
  const text = estimateTokens(system) + estimateTokens(user) + estimateTokens(JSON.stringify(schema));
  const needed = text + pictures.length * TOKENS_A_PICTURE + TOKENS_AROUND + mostAnswerTokens;
  return Math.ceil(needed / STEP) * STEP;
};

/**
 * A digit counts as a token of its own, anything else as one token for two bytes of UTF-8: twice what English
 * takes in the vocabularies of Qwen and Llama 3, and 1.5 for a Korean syllable, where they take about one.
 */
export const estimateTokens = (text: string): number => {
  const digits = text.match(/\d/gu)?.length ?? 0;
  return digits + Math.ceil((Buffer.byteLength(text) - digits) / 2);
};
