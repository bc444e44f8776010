import type { Question } from "../chat-model.ts";

export const QUESTION: Question = {
  system: "be brief",
  user: "얼마입니까? 12",
  pictures: [{ bytes: new Uint8Array([1, 2, 3]), widthPx: 56, heightPx: 28 }],
  schema: { type: "object" },
  mostAnswerTokens: 256,
};
