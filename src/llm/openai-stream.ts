// An answer of an OpenAI-compatible endpoint as it comes. Only what all of those servers know is used: chat
// completions, streamed, words and tools that are asked for in fragments.
import { APIError, type OpenAI } from "openai";
import { z } from "zod";
import { refusal } from "./openai-refusal.ts";
import type { Profile } from "./profiles/profile.ts";
import type { Limits } from "./watch.ts";
import type { Piece } from "./whole-answer.ts";

export interface OpenAiServer {
  readonly client: OpenAI;
  readonly baseUrl: string;
  readonly model: string;
  readonly profile: Profile;
  readonly limits: Limits;
  /** The longest context that the server gives, where it tells. */
  readonly mostContext: number | undefined;
}

const Usage = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative().default(0),
});

const Fragment = z.object({
  index: z.int().nonnegative(),
  id: z.string().nullish(),
  function: z.object({ name: z.string().nullish(), arguments: z.string().nullish() }).nullish(),
});
/** A part of a tool call, which belongs to the call at its index. */
export type Fragment = z.infer<typeof Fragment>;

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

export interface OpenAiStreaming {
  readonly server: OpenAiServer;
  readonly signal: AbortSignal;
  readonly mostAnswerTokens: number;
  /** Told of tools as they are asked for. */
  readonly onFragments?: (fragments: readonly Fragment[]) => void;
}

/** `asked`: the messages, and what is asked besides them. Throws the server's refusal of the request. */
export async function* streamFromOpenAi(
  asked: Pick<OpenAI.ChatCompletionCreateParams, "messages" | "response_format" | "tools">,
  { server: { client, model, baseUrl }, signal, mostAnswerTokens, onFragments }: OpenAiStreaming,
): AsyncGenerator<Piece> {
  let hasBegun = false;
  try {
    const stream = await client.chat.completions.create(
      {
        model,
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0,
        max_tokens: mostAnswerTokens,
        ...asked,
      },
      { signal },
    );
    for await (const chunk of stream) {
      hasBegun = true;
      const { choices, usage } = Chunk.parse(chunk);
      const [choice] = choices;
      onFragments?.(choice?.delta?.tool_calls ?? []);
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
