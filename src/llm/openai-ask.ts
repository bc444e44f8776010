// One question to one model of an OpenAI-compatible endpoint. Only what all of those servers know is used: chat
// completions, streamed, with pictures as data addresses and the answer's JSON Schema.
import { APIError, type OpenAI } from "openai";
import { z } from "zod";
import type { Answer, ModelPicture, ModelRun, Question } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { refusal } from "./openai-refusal.ts";
import type { Profile } from "./profiles/profile.ts";
import type { Limits } from "./watch.ts";
import { type Piece, requireRoom, wholeAnswer } from "./whole-answer.ts";

export interface OpenAiServer {
  readonly client: OpenAI;
  readonly baseUrl: string;
  readonly model: string;
  readonly profile: Profile;
  readonly limits: Limits;
  /** The longest context that the server gives, where it tells. */
  readonly mostContext: number | undefined;
}

export const Usage = z.object({
  prompt_tokens: z.int().nonnegative(),
  completion_tokens: z.int().nonnegative().default(0),
});

const Chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .default([]),
  usage: Usage.nullish(),
});

export const askOpenAi = async (question: Question, server: OpenAiServer, run: ModelRun): Promise<Answer> => {
  const { limits, baseUrl, profile, mostContext = profile.mostContextTokens } = server;
  requireRoom(contextSize(question, profile), mostContext);
  const pieces = (signal: AbortSignal) => streamed(question, { server, signal });
  return wholeAnswer({ pieces, limits, host: baseUrl }, run);
};

async function* streamed(
  { system, user, pictures, schema, mostAnswerTokens }: Question,
  { server, signal }: { server: OpenAiServer; signal: AbortSignal },
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
        response_format: { type: "json_schema", json_schema: { name: "answer", schema: { ...schema } } },
        messages: [
          { role: "system", content: system },
          { role: "user", content: [...pictures.map(asPart), { type: "text", text: user }] },
        ],
      },
      { signal },
    );
    for await (const chunk of stream) {
      hasBegun = true;
      yield pieceOf(Chunk.parse(chunk));
    }
  } catch (error) {
    throw error instanceof APIError && !hasBegun && !signal.aborted ? refusal(error, baseUrl) : error;
  }
}

const asPart = ({ bytes }: ModelPicture) => ({
  type: "image_url" as const,
  image_url: { url: `data:image/jpeg;base64,${Buffer.from(bytes).toString("base64")}` },
});

const pieceOf = ({ choices: [choice], usage }: z.infer<typeof Chunk>): Piece => ({
  text: choice?.delta?.content ?? "",
  endReason: choice?.finish_reason ?? undefined,
  promptTokens: usage?.prompt_tokens,
  answerTokens: usage?.completion_tokens,
});
