// What a conversation knows. The question's own part is set anew with every question; the rest is kept by the
// checkpointer, one thread a conversation.
import { StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import type { Intent } from "../chat/reading.ts";
import { AnswerSentence, ChatMessage, ChatTurn, ToolCall } from "../domain/chat.ts";
import { Fact } from "../domain/follow-up.ts";
import { InspectionId } from "../domain/inspection.ts";
import { Language } from "../domain/language.ts";

/** Made by the reader of questions alone. */
const ReadIntent = z.custom<Intent>(
  (value) => typeof value === "object" && value !== null && "kind" in value,
);

export const ChatState = new StateSchema({
  inspection: InspectionId,
  question: z.string(),
  askedAt: z.string(),
  language: Language.nullable().default(null),
  writer: z.string(),
  intents: z.array(ReadIntent).default(() => []),
  calls: z.array(ToolCall).default(() => []),
  fresh: z.array(z.string()).default(() => []),
  draft: z.array(AnswerSentence).default(() => []),
  answerer: z.string().default(""),
  takeover: ChatMessage.shape.takeover.unwrap().nullable().default(null),
  removed: ChatMessage.shape.removed.default(() => []),
  found: z.array(Fact).default(() => []),
  turns: z.array(ChatTurn).default(() => []),
  last: ReadIntent.nullable().default(null),
});
