// Answers in the shapes of OpenAI's chat completions, whole and in pieces. Tokens are those of a language model that
// was asked, by its server's count: none was, none are told.
import { randomUUID } from "node:crypto";
import type { Reply } from "../../inspector.ts";

interface Usage {
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_tokens: number;
}

export interface Completion {
  readonly whole: (reply: Reply) => object;
  readonly first: () => object;
  readonly piece: (text: string) => object;
  readonly last: () => object;
  readonly usage: (reply: Reply) => object;
}

export const createCompletion = (model: string): Completion => {
  const head = { id: `chatcmpl-${randomUUID()}`, created: Math.floor(Date.now() / 1000), model };
  const chunk = (delta: object, finish_reason: "stop" | null = null): object => ({
    ...head,
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta, logprobs: null, finish_reason }],
  });
  return {
    whole: (reply) => ({
      ...head,
      object: "chat.completion",
      choices: [
        {
          index: 0,
          message: { role: "assistant", content: reply.text, refusal: null },
          logprobs: null,
          finish_reason: "stop",
        },
      ],
      usage: usageOf(reply),
    }),
    first: () => chunk({ role: "assistant", content: "" }),
    piece: (content) => chunk({ content }),
    last: () => chunk({}, "stop"),
    usage: (reply) => ({ ...head, object: "chat.completion.chunk", choices: [], usage: usageOf(reply) }),
  };
};

const usageOf = ({ tokens: { prompt, answer } }: Reply): Usage => ({
  prompt_tokens: prompt,
  completion_tokens: answer,
  total_tokens: prompt + answer,
});
