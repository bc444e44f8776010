// A language model answers with tools, within a number of steps and a time. Whatever it does wrong (rubbish, a tool
// that is not there, the same call again, too long) ends its turn: the rules take over, and the answer says so.
import { citedSentences } from "../../chat/cited-sentences.ts";
import type { Ground } from "../../chat/ground.ts";
import { noteText } from "../../chat/say.ts";
import type { AnswerSentence, ToolCall } from "../../domain/chat.ts";
import type { Fact } from "../../domain/follow-up.ts";
import type { Language } from "../../domain/language.ts";
import { GumsaError } from "../../errors.ts";
import type { AskedCall, ChatModel, Conversation, Reply, Spoken } from "../../llm/chat-model.ts";
import {
  answerSystem,
  factText,
  MOST_ANSWER_TOKENS,
  NOT_IN_RECORD,
} from "../../llm/prompts/answer-question.ts";
import { z } from "zod";
import { callTool } from "./call-tool.ts";
import type { ChatDeps, ChatFacts, ChatLearned, ChatNode, ChatRun } from "./chat-node.ts";
import { type ChatTool, chatTools } from "./chat-tools.ts";

const MOST_STEPS = 6;
const DEADLINE_MS = 120_000;
/** Turns of the conversation that the model is reminded of. */
const REMEMBERED_TURNS = 6;

export const consultModel =
  (deps: ChatDeps): ChatNode =>
  async (facts, run) => {
    const { writer } = facts;
    try {
      const model = await deps.chat.open(writer, { signal: run.signal });
      return { ...(await answerWithTools(model, facts, { ...deps, ...run })), answerer: writer };
    } catch (error) {
      if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
      const takeover = { writer, code: error.code, reason: error.message };
      run.writer?.({ kind: "takeover", takeover });
      return { takeover };
    }
  };

interface Asking extends ChatRun {
  readonly model: ChatModel;
  readonly ground: Ground;
  readonly offered: readonly ChatTool[];
  readonly language: Language;
  readonly endsAtMs: number;
  readonly made: Made;
}

/** What the model's tools found and did. */
interface Made {
  readonly found: Fact[];
  readonly calls: ToolCall[];
}

const answerWithTools = async (
  model: ChatModel,
  facts: ChatFacts,
  { tools, groundOf, ...run }: ChatDeps & ChatRun,
): Promise<ChatLearned> => {
  const ground = await groundOf(facts.inspection);
  const language = facts.language ?? "en";
  const made: Made = { found: [...facts.found], calls: [] };
  const offered = chatTools({ ...ground, tools });
  const endsAtMs = Date.now() + DEADLINE_MS;
  const asking: Asking = { ...run, model, ground, offered, language, endsAtMs, made };
  const text = await lastWords(spokenBefore(facts), asking);
  return { draft: sentencesOf(text, language), ...made };
};

const lastWords = async (spoken: readonly Spoken[], asking: Asking): Promise<string> => {
  let said = spoken;
  for (let step = 0; step < MOST_STEPS; step++) {
    const reply = await nextReply(said, asking);
    if (reply.calls.length === 0) return reply.text;
    const results: Spoken[] = [];
    for (const call of reply.calls) results.push({ role: "tool", call, text: await resultOf(call, asking) });
    said = [...said, { role: "assistant", text: reply.text, calls: reply.calls }, ...results];
  }
  throw misbehaved(`The model called tools ${MOST_STEPS} times without an answer.`);
};

const nextReply = (spoken: readonly Spoken[], asking: Asking): Promise<Reply> => {
  const { model, ground, offered, language, endsAtMs, signal, made } = asking;
  const { verdict, evidence } = ground.inspection;
  const conversation: Conversation = {
    system: answerSystem(language, { verdict: verdict.kind, evidence: [...evidence, ...made.found] }),
    spoken,
    tools: offered.map(({ name, description, input }) => ({
      name,
      description,
      schema: z.toJSONSchema(input),
    })),
    mostAnswerTokens: MOST_ANSWER_TOKENS,
  };
  return model.converse(conversation, { signal, endsAtMs });
};

const resultOf = async (asked: AskedCall, { ground, offered, made, ...run }: Asking): Promise<string> => {
  const tool = offered.find(({ name }) => name === asked.name);
  if (!tool) throw misbehaved(`The model asked for a tool ${asked.name} that is not there.`);
  const input = z.record(z.string(), z.json()).safeParse(asked.input);
  if (!input.success) throw misbehaved(`The model called ${asked.name} with something that is no object.`);
  const isRepeated = made.calls.some(
    ({ name, input: before }) => name === asked.name && JSON.stringify(before) === JSON.stringify(input.data),
  );
  if (isRepeated) throw misbehaved(`The model called ${asked.name} twice with the same input.`);
  const { call, facts } = await callTool(tool, input.data, { ground, found: made.found, run });
  made.calls.push(call);
  const known = new Set([...ground.inspection.evidence, ...made.found].map(({ id }) => id));
  made.found.push(...facts.filter(({ id }) => !known.has(id)));
  if (call.error) return JSON.stringify({ error: call.error });
  return facts.length === 0 ? "[]" : facts.map(factText).join("\n");
};

const sentencesOf = (text: string, language: Language): AnswerSentence[] => {
  if (text.includes(NOT_IN_RECORD))
    return [{ text: noteText({ note: "notRecorded" }, language), evidence: [], isNote: true }];
  const sentences = citedSentences(text);
  if (sentences.length > 0) return [...sentences];
  throw misbehaved("The model answered nothing.");
};

const spokenBefore = ({ turns, question }: ChatFacts): readonly Spoken[] => [
  ...turns.slice(-REMEMBERED_TURNS).flatMap(({ question: asked, message }): Spoken[] => [
    { role: "user", text: asked },
    { role: "assistant", text: message.text, calls: [] },
  ]),
  { role: "user", text: question },
];

const misbehaved = (message: string): GumsaError => new GumsaError("llm_unusable", message);
