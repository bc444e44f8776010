import type { Conversation, Question } from "./chat-model.ts";

/** A conversation as one question of the same length: what a server is asked to make room for. */
export const asOneQuestion = ({ system, spoken, tools, mostAnswerTokens }: Conversation): Question => ({
  system,
  user: JSON.stringify(spoken),
  pictures: [],
  schema: { tools },
  mostAnswerTokens,
});
