// A server on the loopback that speaks the OpenAI protocol as vLLM, llama-server and LM Studio do: the list of models
// and streamed chat completions. There is no model behind it: it plays a script, faults included.
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";
import {
  breaksOff,
  bytesOf,
  json,
  type LocalServer,
  listen,
  piecesOf,
  refuses,
  type Scripted,
} from "./scripted.ts";

const Part = z.union([
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({
    type: z.literal("image_url"),
    image_url: z.object({ url: z.string().startsWith("data:image/") }),
  }),
]);

const Message = z.object({
  role: z.string(),
  content: z.union([z.string(), z.array(Part)]),
  /** Of an assistant that asks for tools, and of a tool that answers. */
  tool_calls: z.array(z.object({ id: z.string() }).loose()).optional(),
  tool_call_id: z.string().optional(),
});

const Completion = z.object({
  model: z.string(),
  stream: z.literal(true),
  stream_options: z.object({ include_usage: z.literal(true) }),
  max_tokens: z.number(),
  response_format: z
    .object({
      type: z.literal("json_schema"),
      json_schema: z.object({ name: z.string(), schema: z.record(z.string(), z.unknown()) }),
    })
    .optional(),
  tools: z.array(z.object({ function: z.object({ name: z.string() }).loose() }).loose()).default([]),
  messages: z.array(Message),
});
export type Completion = z.infer<typeof Completion>;

export interface OpenAiScript {
  readonly models?: readonly string[];
  readonly contextLength?: number;
  /** Other keys are refused. */
  readonly key?: string;
  readonly answer: (request: Completion) => Scripted;
}

export interface OpenAiServer extends LocalServer {
  readonly baseUrl: string;
  readonly asked: readonly Completion[];
}

export const startOpenAiServer = async (script: OpenAiScript): Promise<OpenAiServer> => {
  const asked: Completion[] = [];
  const server = await listen((request, response) => handle(request, response, { script, asked }));
  return { ...server, asked, baseUrl: `${server.host}/v1` };
};

interface Stage {
  readonly script: OpenAiScript;
  readonly asked: Completion[];
}

const handle = async (
  request: IncomingMessage,
  response: ServerResponse,
  { script, asked }: Stage,
): Promise<void> => {
  const { models = ["scripted-vl"], contextLength, key, answer } = script;
  if (key !== undefined && request.headers.authorization !== `Bearer ${key}`)
    return json(response, 401, { error: { message: "no such key" } });
  if (request.url === "/v1/models") {
    const data = models.map((id) => ({ id, object: "model", max_model_len: contextLength }));
    return json(response, 200, { object: "list", data });
  }
  if (request.url !== "/v1/chat/completions")
    return json(response, 404, { error: { message: "not scripted" } });
  const completion = Completion.parse(JSON.parse((await bytesOf(request)).toString()));
  asked.push(completion);
  return play(answer(completion), response);
};

const play = async (scripted: Scripted, response: ServerResponse): Promise<void> => {
  const { calls = [], fault, pauseMs = 0, doneReason = "stop", promptTokens = 700 } = scripted;
  if (refuses(scripted, response)) return;
  response.writeHead(200, { "content-type": "text/event-stream" });
  const pieces = piecesOf(scripted);
  for (const content of pieces) {
    if (pauseMs > 0) await wait(pauseMs);
    send(response, { choices: [{ index: 0, delta: { content }, finish_reason: null }] });
  }
  for (const [index, { name, input }] of calls.entries()) {
    for (const fragment of fragmentsOf(name, JSON.stringify(input), `call_${index}`))
      send(response, { choices: [{ index: 0, delta: { tool_calls: [{ index, ...fragment }] } }] });
  }
  const error = `data: ${JSON.stringify({ error: { message: "the engine has stopped" } })}\n\n`;
  if (fault) return breaksOff(fault, response, error);
  send(response, { choices: [{ index: 0, delta: {}, finish_reason: doneReason }] });
  send(response, {
    choices: [],
    usage: { prompt_tokens: promptTokens, completion_tokens: pieces.length, total_tokens: 0 },
  });
  response.end("data: [DONE]\n\n");
};

/** Its name first, its arguments in two pieces. */
const fragmentsOf = (name: string, input: string, id: string) => [
  { id, type: "function", function: { name, arguments: "" } },
  { function: { arguments: input.slice(0, 5) } },
  { function: { arguments: input.slice(5) } },
];

const send = (response: ServerResponse, chunk: object): void => {
  response.write(`data: ${JSON.stringify({ id: "1", object: "chat.completion.chunk", ...chunk })}\n\n`);
};
