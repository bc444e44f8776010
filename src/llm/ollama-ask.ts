// One question to one model, streamed, so that a server that stands still is noticed.
import { z } from "zod";
import { GumsaError } from "../errors.ts";
import type { Answer, Question } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { createOllamaClient } from "./ollama-client.ts";
import { type Limits, startWatch, type Watch } from "./watch.ts";

export interface OllamaServer {
  readonly host: string;
  readonly model: string;
  readonly limits: Limits;
  /** The longest context that the model takes, where known. */
  readonly mostContext: number | undefined;
}

const Piece = z.object({
  message: z.object({ content: z.string().default("") }).optional(),
  done: z.boolean(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.int().nonnegative().optional(),
  eval_count: z.int().nonnegative().optional(),
});
type Piece = z.infer<typeof Piece>;

export const askOllama = async (
  question: Question,
  server: OllamaServer,
  cancel: AbortSignal | undefined,
): Promise<Answer> => {
  const context = contextSize(question);
  if (server.mostContext !== undefined && context > server.mostContext) {
    throw unusable(
      `The question takes up to ${context} tokens; the model has room for ${server.mostContext}.`,
    );
  }
  using watch = startWatch(server.limits, cancel);
  const pieces: Piece[] = [];
  try {
    for await (const piece of streamed(question, context, { server, watch })) pieces.push(piece);
  } catch (error) {
    throw failureOf(error, { server, hasBegun: pieces.length > 0 });
  }
  return answerOf(pieces, context);
};

async function* streamed(
  { system, user, pictures, schema, mostAnswerTokens }: Question,
  context: number,
  { server, watch }: { server: OllamaServer; watch: Watch },
): AsyncGenerator<Piece> {
  const stream = await createOllamaClient(server.host, watch.signal).chat({
    model: server.model,
    stream: true,
    format: schema,
    // The same question gets the same answer, as far as the server can.
    options: { temperature: 0, seed: 1, num_ctx: context, num_predict: mostAnswerTokens },
    messages: [
      { role: "system", content: system },
      { role: "user", content: user, ...(pictures.length > 0 && { images: [...pictures] }) },
    ],
  });
  for await (const piece of stream) {
    watch.sawProgress();
    yield Piece.parse(piece);
  }
}

/** A whole answer to a whole question; what was cut at either end is refused. */
const answerOf = (pieces: readonly Piece[], context: number): Answer => {
  const last = pieces.at(-1);
  if (last?.done_reason === "length")
    throw unusable("The answer was cut off: it grew longer than it may be.");
  const { prompt_eval_count: promptTokens, eval_count: answerTokens } = last ?? {};
  if ((promptTokens ?? 0) + (answerTokens ?? 0) >= context) {
    throw unusable(`The question filled the context of ${context} tokens, so that a part of it was lost.`);
  }
  return { text: pieces.map(({ message }) => message?.content ?? "").join(""), promptTokens, answerTokens };
};

const failureOf = (
  error: unknown,
  { server, hasBegun }: { server: OllamaServer; hasBegun: boolean },
): GumsaError => {
  if (error instanceof GumsaError) return error;
  const cause = { cause: error };
  if (hasBegun) return new GumsaError("llm_unusable", "The answer broke off before its end.", cause);
  if (error instanceof z.ZodError)
    return new GumsaError("llm_unusable", "The server speaks otherwise.", cause);
  const detail = error instanceof Error ? error.message : String(error);
  return new GumsaError("llm_unavailable", `The server at ${server.host} failed: ${detail}`, cause);
};

const unusable = (message: string): GumsaError => new GumsaError("llm_unusable", message);
