// One question to one model of an Ollama server.
import { z } from "zod";
import type { Answer, ModelRun, Question } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { createOllamaClient } from "./ollama-client.ts";
import type { Profile } from "./profiles/profile.ts";
import type { Limits } from "./watch.ts";
import { type Piece, requireRoom, wholeAnswer } from "./whole-answer.ts";

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

const Line = z.object({
  message: z.object({ content: z.string().default("") }).optional(),
  done: z.boolean(),
  done_reason: z.string().optional(),
  prompt_eval_count: z.int().nonnegative().optional(),
  eval_count: z.int().nonnegative().optional(),
});

export const askOllama = async (question: Question, server: OllamaServer, run: ModelRun): Promise<Answer> => {
  const { host, limits, profile, mostContext = profile.mostContextTokens } = server;
  const context = contextSize(question, profile);
  requireRoom(context, Math.min(mostContext, profile.mostContextTokens));
  const pieces = (signal: AbortSignal) => streamed(question, context, { server, signal });
  return wholeAnswer({ pieces, limits, host, context }, run);
};

async function* streamed(
  { system, user, pictures, schema, mostAnswerTokens }: Question,
  context: number,
  { server, signal }: { server: OllamaServer; signal: AbortSignal },
): AsyncGenerator<Piece> {
  const { host, model, keepAlive } = server;
  const images = pictures.map(({ bytes }) => bytes);
  const stream = await createOllamaClient(host, signal).chat({
    model,
    stream: true,
    format: schema,
    ...(keepAlive !== undefined && { keep_alive: keepAlive }),
    // The same question gets the same answer, as far as the server can.
    options: { temperature: 0, seed: 1, num_ctx: context, num_predict: mostAnswerTokens },
    messages: [
      { role: "system", content: system },
      { role: "user", content: user, ...(images.length > 0 && { images }) },
    ],
  });
  for await (const line of stream) {
    const { message, done, done_reason, prompt_eval_count, eval_count } = Line.parse(line);
    yield {
      text: message?.content ?? "",
      endReason: done ? (done_reason ?? "stop") : undefined, // servers before 0.3 give no reason
      promptTokens: prompt_eval_count,
      answerTokens: eval_count,
    };
  }
}
