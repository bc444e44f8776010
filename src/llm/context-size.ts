// How much context a question is given. Ollama has no tokenizer to ask, and cuts what does not fit without a
// word: so the estimate is meant to be too large, and the server's own count is checked afterwards.
import type { Question } from "./chat-model.ts";
import { totalTokens } from "./picture-tokens.ts";
import type { Profile } from "./profiles/profile.ts";

/** Chat template, and the schema where a server shows it to the model. */
const TOKENS_AROUND = 512;
const STEP = 1024;
/** Latin words are seldom longer than this a token, other scripts never: the fewest tokens that a text can take. */
const MOST_BYTES_A_TOKEN = 8;

/** The context to ask for: question and longest answer, in whole steps. */
export const contextSize = (question: Question, profile: Profile): number => {
  const { pictures, mostAnswerTokens } = question;
  const shown = profile.pictures ? totalTokens(profile.pictures.cost, pictures).most : 0;
  const needed = mostTextTokens(question, profile) + shown + mostAnswerTokens;
  return Math.ceil(needed / STEP) * STEP;
};

/** The most that everything but the pictures can take, template and schema included. */
const mostTextTokens = (question: Question, profile: Profile): number =>
  estimatedText(question, profile) + TOKENS_AROUND;

/** Of the words and the schema. */
export const estimatedText = ({ system, user, schema }: Question, profile: Profile): number =>
  estimateTokens(system + user + JSON.stringify(schema), profile.bytesPerToken);

/** The least that the words alone can take. */
export const leastTextTokens = ({ system, user }: Question): number =>
  Math.floor(Buffer.byteLength(system + user) / MOST_BYTES_A_TOKEN);

/**
 * A digit counts as a token of its own, anything else by the profile's bytes a token: two bytes of UTF-8 are twice
 * what English takes in the vocabularies of Qwen and Llama 3, and 1.5 tokens for a Korean syllable, where they
 * take about one.
 */
export const estimateTokens = (text: string, { latin, other }: Profile["bytesPerToken"]): number => {
  const digits = text.match(/\d/gu)?.length ?? 0;
  const latinBytes = (text.match(/\p{ASCII}/gu)?.length ?? 0) - digits;
  const otherBytes = Buffer.byteLength(text) - latinBytes - digits;
  return digits + Math.ceil(latinBytes / latin + otherBytes / other);
};
