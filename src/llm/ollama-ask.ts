// One question to one model of an Ollama server.
import type { Answer, ModelRun, Question } from "./chat-model.ts";
import { contextSize } from "./context-size.ts";
import { type OllamaServer, streamFromOllama } from "./ollama-stream.ts";
import { requireRoom, wholeAnswer } from "./whole-answer.ts";

export const askOllama = async (question: Question, server: OllamaServer, run: ModelRun): Promise<Answer> => {
  const { host, limits, profile, mostContext = profile.mostContextTokens } = server;
  const context = contextSize(question, profile);
  requireRoom(context, Math.min(mostContext, profile.mostContextTokens));
  const { mostAnswerTokens } = question;
  const pieces = (signal: AbortSignal) =>
    streamFromOllama(askedOf(question), { server, context, signal, mostAnswerTokens });
  return wholeAnswer({ pieces, limits, host, context }, run);
};

const askedOf = ({ system, user, pictures, schema }: Question) => {
  const images = pictures.map(({ bytes }) => bytes);
  return {
    format: schema,
    messages: [
      { role: "system", content: system },
      { role: "user", content: user, ...(images.length > 0 && { images }) },
    ],
  };
};
