// One step of a conversation with a model of an OpenAI-compatible endpoint: words, or tools that it asks for, whose
// names and arguments come in fragments.
import { APIError, type OpenAI } from "openai";
import { z } from "zod";
import type { AskedCall, Conversation, ModelRun, Reply, Spoken } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { asOneQuestion } from "./conversation-size.ts";
import { type OpenAiServer, Usage } from "./openai-ask.ts";
import { refusal } from "./openai-refusal.ts";
import { type Piece, requireRoom, wholeAnswer } from "./whole-answer.ts";

const Fragment = z.object({
  index: z.int().nonnegative(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
const Chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), tool_calls: z.array(Fragment).nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: Usage.nullish(),
});

interface Gathered {
  id: string;
  name: string;
  arguments: string;
}

export const converseWithOpenAi = async (
  conversation: Conversation,
  server: OpenAiServer,
  run: ModelRun,
): Promise<Reply> => {
  const { limits, baseUrl, profile, mostContext = profile.mostContextTokens } = server;
  requireRoom(contextSize(asOneQuestion(conversation), profile), mostContext);
  const gathered: Gathered[] = [];
  const pieces = (signal: AbortSignal) => streamed(conversation, { server, signal, gathered });
  const answer = await wholeAnswer({ pieces, limits, host: baseUrl }, run);
  return { ...answer, calls: gathered.map(callOf) };
};

async function* streamed(
  { system, spoken, tools, mostAnswerTokens }: Conversation,
  { server, signal, gathered }: { server: OpenAiServer; signal: AbortSignal; gathered: Gathered[] },
): AsyncGenerator<Piece> {
  const { client, model, baseUrl } = server;
  let hasBegun = false;
  try {
    const stream = await client.chat.completions.create(
      {
        model,
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0,
        max_tokens: mostAnswerTokens,
        messages: [{ role: "system", content: system }, ...spoken.map(messageOf)],
        tools: tools.map(({ name, description, schema }) => ({
          type: "function" as const,
          function: { name, description, parameters: schema },
        })),
      },
      { signal },
    );
    for await (const chunk of stream) {
      hasBegun = true;
      const { choices, usage } = Chunk.parse(chunk);
      const [choice] = choices;
      gather(choice?.delta?.tool_calls ?? [], gathered);
      yield {
        text: choice?.delta?.content ?? "",
        endReason: choice?.finish_reason ?? undefined,
        promptTokens: usage?.prompt_tokens,
        answerTokens: usage?.completion_tokens,
      };
    }
  } catch (error) {
    throw error instanceof APIError && !hasBegun && !signal.aborted ? refusal(error, baseUrl) : error;
  }
}

const gather = (fragments: readonly z.infer<typeof Fragment>[], gathered: Gathered[]): void => {
  for (const { index, id, function: asked } of fragments) {
    const call = gathered[index] ?? { id: "", name: "", arguments: "" };
    gathered[index] = call;
    call.id += id ?? "";
    call.name += asked?.name ?? "";
    call.arguments += asked?.arguments ?? "";
  }
};

/** Arguments that are no JSON stay text, which no schema of a tool accepts. */
const callOf = ({ id, name, arguments: text }: Gathered): AskedCall => {
  try {
    return { id, name, input: JSON.parse(text || "{}") };
  } catch {
    return { id, name, input: text };
  }
};

const messageOf = (spoken: Spoken): OpenAI.ChatCompletionMessageParam => {
  if (spoken.role === "tool") return { role: "tool", tool_call_id: spoken.call.id, content: spoken.text };
  if (spoken.role === "user") return { role: "user", content: spoken.text };
  const tool_calls = spoken.calls.map(({ id, name, input }) => ({
    id,
    type: "function" as const,
    function: { name, arguments: JSON.stringify(input) },
  }));
  return { role: "assistant", content: spoken.text, ...(tool_calls.length > 0 && { tool_calls }) };
};
