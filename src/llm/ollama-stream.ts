// An answer of an Ollama server as it comes: words, and tools that are asked for.
import type { ChatRequest } from "ollama";
import { z } from "zod";
import { createOllamaClient } from "./ollama-client.ts";
import type { Profile } from "./profiles/profile.ts";
import type { Limits } from "./watch.ts";
import type { Piece } from "./whole-answer.ts";

export interface OllamaServer {
  readonly host: string;
  readonly model: string;
  readonly profile: Profile;
  readonly limits: Limits;
  /** How long the server keeps the model loaded, in its own notation: `5m`, `-1`. */
  readonly keepAlive: string | undefined;
  /** The longest context that the model takes, where known. */
  readonly mostContext: number | undefined;
}

const Call = z.object({ function: z.object({ name: z.string(), arguments: z.unknown() }) });
export type OllamaCall = z.infer<typeof Call>;

const Line = z.object({
  message: z.object({ content: z.string().default(""), tool_calls: z.array(Call).nullish() }).optional(),
  done: z.boolean(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.int().nonnegative().optional(),
  eval_count: z.int().nonnegative().optional(),
});

export interface OllamaStreaming {
  readonly server: OllamaServer;
  readonly context: number;
  readonly signal: AbortSignal;
  readonly mostAnswerTokens: number;
  /** Told of tools as they are asked for. */
  readonly onCalls?: (calls: readonly OllamaCall[]) => void;
}

/** `asked`: the messages, and what is asked besides them. */
export async function* streamFromOllama(
  asked: Pick<ChatRequest, "messages" | "format" | "tools">,
  { server: { host, model, keepAlive }, context, signal, mostAnswerTokens, onCalls }: OllamaStreaming,
): AsyncGenerator<Piece> {
  const stream = await createOllamaClient(host, signal).chat({
    model,
    stream: true,
    ...(keepAlive !== undefined && { keep_alive: keepAlive }),
    // The same question gets the same answer, as far as the server can.
    options: { temperature: 0, seed: 1, num_ctx: context, num_predict: mostAnswerTokens },
    ...asked,
  });
  for await (const line of stream) {
    const { message, done, done_reason, prompt_eval_count, eval_count } = Line.parse(line);
    onCalls?.(message?.tool_calls ?? []);
    yield {
      text: message?.content ?? "",
      endReason: done ? (done_reason ?? "stop") : undefined, // servers before 0.3 give no reason
      promptTokens: prompt_eval_count,
      answerTokens: eval_count,
    };
  }
}
