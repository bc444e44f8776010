import type { Answer, ChatModel, Question } from "../chat-model.ts";
import { profileNamed } from "../profiles/profiles.ts";
import { UNKNOWN_MODEL } from "../profiles/unknown.ts";

export interface PlayedModel extends ChatModel {
  readonly asked: readonly Question[];
}

/** A model of one profile that answers what the test says. */
export const playModel = (
  answer: (question: Question) => Partial<Answer>,
  changes: Partial<ChatModel> & { readonly family?: string } = {},
): PlayedModel => {
  const asked: Question[] = [];
  const { family = "qwen2.5-vl", ...others } = changes;
  return {
    name: "played:3b",
    digest: "p".repeat(64),
    server: "played 1",
    profile: profileNamed(family) ?? UNKNOWN_MODEL,
    seesPictures: true,
    asked,
    ask: async (question) => {
      asked.push(question);
      return { text: "", promptTokens: undefined, answerTokens: undefined, ...answer(question) };
    },
    converse: async () => ({ text: "", calls: [], promptTokens: undefined, answerTokens: undefined }),
    ...others,
  };
};
