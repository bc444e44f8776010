// One step of a conversation with a model of an Ollama server: words, or tools that it asks for.
import type { Message } from "ollama";
import { z } from "zod";
import type { AskedCall, Conversation, ModelRun, Reply, Spoken } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { asOneQuestion } from "./conversation-size.ts";
import { type OllamaCall, type OllamaServer, streamFromOllama } from "./ollama-stream.ts";
import { requireRoom, wholeAnswer } from "./whole-answer.ts";

export const converseWithOllama = async (
  conversation: Conversation,
  server: OllamaServer,
  run: ModelRun,
): Promise<Reply> => {
  const { host, limits, profile, mostContext = profile.mostContextTokens } = server;
  const context = contextSize(asOneQuestion(conversation), profile);
  requireRoom(context, Math.min(mostContext, profile.mostContextTokens));
  const { mostAnswerTokens } = conversation;
  const calls: AskedCall[] = [];
  const onCalls = (asked: readonly OllamaCall[]) => {
    for (const { function: tool } of asked)
      calls.push({ id: `call_${calls.length + 1}`, name: tool.name, input: tool.arguments });
  };
  const pieces = (signal: AbortSignal) =>
    streamFromOllama(askedOf(conversation), { server, context, signal, mostAnswerTokens, onCalls });
  const answer = await wholeAnswer({ pieces, limits, host, context }, run);
  return { ...answer, calls };
};

const askedOf = ({ system, spoken, tools }: Conversation) => ({
  messages: [{ role: "system", content: system }, ...spoken.map(messageOf)],
  tools: tools.map(({ name, description, schema }) => ({
    type: "function",
    function: { name, description, parameters: schema },
  })),
});

const messageOf = (spoken: Spoken): Message => {
  if (spoken.role === "tool") return { role: "tool", content: spoken.text, tool_name: spoken.call.name };
  if (spoken.role === "user") return { role: "user", content: spoken.text };
  const tool_calls = spoken.calls.map(({ name, input }) => ({
    function: { name, arguments: argumentsOf(input) },
  }));
  return { role: "assistant", content: spoken.text, ...(tool_calls.length > 0 && { tool_calls }) };
};

const argumentsOf = (input: unknown): Record<string, unknown> => {
  const parsed = z.record(z.string(), z.unknown()).safeParse(input);
  return parsed.success ? parsed.data : {};
};
