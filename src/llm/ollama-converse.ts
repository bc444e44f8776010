// One step of a conversation with a model of an Ollama server: words, or tools that it asks for.
import type { Message } from "ollama";
import { z } from "zod";
import type { AskedCall, Conversation, ModelRun, Reply, Spoken } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { asOneQuestion } from "./conversation-size.ts";
import type { OllamaServer } from "./ollama-ask.ts";
import { createOllamaClient } from "./ollama-client.ts";
import { type Piece, requireRoom, wholeAnswer } from "./whole-answer.ts";

const Call = z.object({ function: z.object({ name: z.string(), arguments: z.unknown() }) });
const Line = z.object({
  message: z.object({ content: z.string().default(""), tool_calls: z.array(Call).default([]) }).optional(),
  done: z.boolean(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.int().nonnegative().optional(),
  eval_count: z.int().nonnegative().optional(),
});

export const converseWithOllama = async (
  conversation: Conversation,
  server: OllamaServer,
  run: ModelRun,
): Promise<Reply> => {
  const { host, limits, profile, mostContext = profile.mostContextTokens } = server;
  const context = contextSize(asOneQuestion(conversation), profile);
  requireRoom(context, Math.min(mostContext, profile.mostContextTokens));
  const calls: AskedCall[] = [];
  const pieces = (signal: AbortSignal) => streamed(conversation, { server, context, signal, calls });
  const answer = await wholeAnswer({ pieces, limits, host, context }, run);
  return { ...answer, calls };
};

interface Streaming {
  readonly server: OllamaServer;
  readonly context: number;
  readonly signal: AbortSignal;
  /** Gathered here as they come. */
  readonly calls: AskedCall[];
}

async function* streamed(
  { system, spoken, tools, mostAnswerTokens }: Conversation,
  { server: { host, model, keepAlive }, context, signal, calls }: Streaming,
): AsyncGenerator<Piece> {
  const stream = await createOllamaClient(host, signal).chat({
    model,
    stream: true,
    ...(keepAlive !== undefined && { keep_alive: keepAlive }),
    options: { temperature: 0, seed: 1, num_ctx: context, num_predict: mostAnswerTokens },
    messages: [{ role: "system", content: system }, ...spoken.map(messageOf)],
    tools: tools.map(({ name, description, schema }) => ({
      type: "function",
      function: { name, description, parameters: schema },
    })),
  });
  for await (const line of stream) {
    const { message, done, done_reason, prompt_eval_count, eval_count } = Line.parse(line);
    for (const { function: asked } of message?.tool_calls ?? [])
      calls.push({ id: `call_${calls.length + 1}`, name: asked.name, input: asked.arguments });
    yield {
      text: message?.content ?? "",
      endReason: done ? (done_reason ?? "stop") : undefined,
      promptTokens: prompt_eval_count,
      answerTokens: eval_count,
    };
  }
}

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
