// One question to one model of an OpenAI-compatible endpoint, with pictures as data addresses and the answer's JSON
// Schema.
import type { Answer, ModelPicture, ModelRun, Question } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { type OpenAiServer, streamFromOpenAi } from "./openai-stream.ts";
import { requireRoom, wholeAnswer } from "./whole-answer.ts";

export const askOpenAi = async (question: Question, server: OpenAiServer, run: ModelRun): Promise<Answer> => {
  const { limits, baseUrl, profile, mostContext = profile.mostContextTokens } = server;
  requireRoom(contextSize(question, profile), mostContext);
  const { mostAnswerTokens } = question;
  const pieces = (signal: AbortSignal) =>
    streamFromOpenAi(askedOf(question), { server, signal, mostAnswerTokens });
  return wholeAnswer({ pieces, limits, host: baseUrl }, run);
};

const askedOf = ({ system, user, pictures, schema }: Question) => ({
  response_format: {
    type: "json_schema" as const,
    json_schema: { name: "answer", schema: { ...schema } },
  },
  messages: [
    { role: "system" as const, content: system },
    { role: "user" as const, content: [...pictures.map(asPart), { type: "text" as const, text: user }] },
  ],
});

const asPart = ({ bytes }: ModelPicture) => ({
  type: "image_url" as const,
  image_url: { url: `data:image/jpeg;base64,${Buffer.from(bytes).toString("base64")}` },
});
