// One step of a conversation with a model of an OpenAI-compatible endpoint: words, or tools that it asks for, whose
// names and arguments come in fragments.
import type { OpenAI } from "openai";
import type { AskedCall, Conversation, ModelRun, Reply, Spoken } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { asOneQuestion } from "./conversation-size.ts";
import { type Fragment, type OpenAiServer, streamFromOpenAi } from "./openai-stream.ts";
import { requireRoom, wholeAnswer } from "./whole-answer.ts";

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
  const { mostAnswerTokens } = conversation;
  const gathered: Gathered[] = [];
  const onFragments = (fragments: readonly Fragment[]) => gather(fragments, gathered);
  const pieces = (signal: AbortSignal) =>
    streamFromOpenAi(askedOf(conversation), { server, signal, mostAnswerTokens, onFragments });
  const answer = await wholeAnswer({ pieces, limits, host: baseUrl }, run);
  return { ...answer, calls: gathered.map(callOf) };
};

const askedOf = ({ system, spoken, tools }: Conversation) => ({
  messages: [{ role: "system" as const, content: system }, ...spoken.map(messageOf)],
  tools: tools.map(({ name, description, schema }) => ({
    type: "function" as const,
    function: { name, description, parameters: schema },
  })),
});

const gather = (fragments: readonly Fragment[], gathered: Gathered[]): void => {
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
