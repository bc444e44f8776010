// A conversation about one frozen inspection. Nothing said in it changes the record or its verdict.
import { z } from "zod";
import { EvidenceId } from "./evidence.ts";
import { Fact } from "./follow-up.ts";
import { BlobId } from "./image-ref.ts";
import { InspectionId } from "./inspection.ts";
import { Json } from "./json.ts";
import { Language } from "./language.ts";
import { RemovedSentence } from "./report.ts";

export const ThreadId = z.string().regex(/^chat_[0-9a-z]{20}$/, "chat_ and 20 letters or digits");
export type ThreadId = z.infer<typeof ThreadId>;

export const ChatThread = z.object({
  id: ThreadId,
  inspection: InspectionId,
  createdAt: z.iso.datetime(),
  lastAt: z.iso.datetime(),
  questions: z.int().nonnegative(),
  /** The first question. */
  title: z.string(),
});
export type ChatThread = z.infer<typeof ChatThread>;

/** A note states no fact of the part: "the record does not say that", what may be asked. All else stands on evidence. */
export const AnswerSentence = z.object({
  text: z.string().min(1),
  evidence: z.array(EvidenceId),
  isNote: z.literal(true).optional(),
});
export type AnswerSentence = z.infer<typeof AnswerSentence>;

export const ToolCall = z.object({
  /** The tool's public name. */
  name: z.string(),
  input: z.record(z.string(), Json),
  /** What it found, by id. */
  evidence: z.array(EvidenceId),
  /** A code of the error table, where it could not do it. */
  error: z.object({ code: z.string(), reason: z.string() }).optional(),
});
export type ToolCall = z.infer<typeof ToolCall>;

export const ChatPicture = z.object({
  image: BlobId,
  /** What it shows. */
  evidence: EvidenceId,
  caption: z.string(),
});
export type ChatPicture = z.infer<typeof ChatPicture>;

export const ChatMessage = z.object({
  language: Language,
  text: z.string(),
  sentences: z.array(AnswerSentence).min(1),
  /** The facts that the sentences cite, of the record and of the conversation. */
  evidence: z.array(Fact),
  pictures: z.array(ChatPicture),
  /** `rule`, or a language model's name. */
  answerer: z.string(),
  toolCalls: z.array(ToolCall),
  /** What the checker took out. */
  removed: z.array(RemovedSentence.omit({ section: true })),
  /** Why the rules answered in place of a language model. */
  takeover: z.object({ writer: z.string(), code: z.string(), reason: z.string() }).optional(),
});
export type ChatMessage = z.infer<typeof ChatMessage>;

export const ChatTurn = z.object({
  askedAt: z.iso.datetime(),
  question: z.string(),
  message: ChatMessage,
});
export type ChatTurn = z.infer<typeof ChatTurn>;

export const ChatQuestion = z.object({
  inspection: InspectionId,
  /** Left out for a new conversation. */
  thread: ThreadId.optional(),
  question: z.string().trim().min(1).max(2000),
  /** Left out for the question's own. */
  language: Language.optional(),
  /** `rule` or a language model; left out for the setting's. */
  writer: z.string().optional(),
});
export type ChatQuestion = z.infer<typeof ChatQuestion>;

export const ChatAnswer = z.object({ thread: ThreadId, message: ChatMessage });
export type ChatAnswer = z.infer<typeof ChatAnswer>;

/** What is known before the answer is whole, in this order. The message that ends it is what counts. */
export const ChatEvent = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("thread"), thread: ThreadId }),
  z.object({ kind: z.literal("tool"), call: ToolCall }),
  z.object({ kind: z.literal("takeover"), takeover: ChatMessage.shape.takeover.unwrap() }),
  z.object({ kind: z.literal("sentence"), sentence: AnswerSentence }),
]);
export type ChatEvent = z.infer<typeof ChatEvent>;
