// A server on the loopback that speaks as much of Ollama's wire protocol as Gumsa uses: version, tags, ps, show, chat,
// embed, pull, create, delete and blobs. There is no model behind it: it plays a script, faults included.
import { createHash } from "node:crypto";
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

const ChatRequest = z.object({
  model: z.string(),
  stream: z.boolean().default(true),
  format: z.record(z.string(), z.unknown()).default({}),
  keep_alive: z.union([z.string(), z.number()]).optional(),
  tools: z.array(z.unknown()).default([]),
  options: z.object({ num_ctx: z.number(), num_predict: z.number() }).loose().optional(),
  messages: z.array(
    z.object({ role: z.string(), content: z.string(), images: z.array(z.string()).optional() }),
  ),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

const CreateRequest = z.object({
  model: z.string(),
  from: z.string().optional(),
  files: z.record(z.string(), z.string()).optional(),
  adapters: z.record(z.string(), z.string()).optional(),
  template: z.string().optional(),
});
export type CreateRequest = z.infer<typeof CreateRequest>;

export interface ServerScript {
  readonly models?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly contextLength?: number;
  readonly version?: string;
  /** What /api/create says to it; undefined lets it succeed. */
  readonly refuses?: (request: CreateRequest) => string | undefined;
  readonly answer: (request: ChatRequest) => Scripted;
}

export interface OllamaServer extends LocalServer {
  /** What /api/chat was asked, in order, without the empty questions that load a model. */
  readonly asked: readonly ChatRequest[];
  /** The models that were loaded by an empty question. */
  readonly loaded: readonly string[];
  readonly created: readonly CreateRequest[];
  readonly models: ReadonlySet<string>;
  /** By digest. */
  readonly blobs: ReadonlyMap<string, Buffer>;
}

export const TEST_MODEL = "scripted:1b";

interface Stage {
  readonly script: ServerScript;
  readonly asked: ChatRequest[];
  readonly loaded: string[];
  readonly created: CreateRequest[];
  readonly models: Set<string>;
  readonly blobs: Map<string, Buffer>;
}

export const startOllamaServer = async (script: ServerScript): Promise<OllamaServer> => {
  const models = new Set(script.models ?? [TEST_MODEL]);
  const stage: Stage = { script, asked: [], loaded: [], created: [], models, blobs: new Map() };
  const server = await listen((request, response) => handle(request, response, stage));
  return { ...stage, ...server };
};

type Handler = (body: Buffer, response: ServerResponse, stage: Stage) => void | Promise<void>;

const handle = async (request: IncomingMessage, response: ServerResponse, stage: Stage): Promise<void> => {
  const body = await bytesOf(request);
  const path = request.url ?? "";
  if (path.startsWith("/api/blobs/")) return blob(request, body, { response, stage });
  const handler = HANDLERS[path];
  return handler ? handler(body, response, stage) : json(response, 404, { error: "not scripted" });
};

/** A digest of 64 signs that differs from model to model, except that of the usual one. */
export const digestOf = (model: string): string =>
  model === TEST_MODEL ? "d".repeat(64) : createHash("sha256").update(model).digest("hex");

const listed = (models: ReadonlySet<string>) => ({
  models: [...models].map((name) => ({ name, model: name, digest: digestOf(name) })),
});

/** The client says `name`, the documents say `model`; servers take both. */
const Named = z
  .object({ model: z.string().optional(), name: z.string().optional() })
  .transform(({ model, name }) => ({ model: model ?? name ?? "" }));

const HANDLERS: Readonly<Record<string, Handler>> = {
  "/api/version": (_, response, { script }) =>
    json(response, 200, { version: script.version ?? "0.0.0-scripted" }),
  "/api/tags": (_, response, { models }) => json(response, 200, listed(models)),
  "/api/ps": (_, response, { loaded }) => json(response, 200, listed(new Set(loaded))),
  "/api/show": (
    _,
    response,
    { script: { capabilities = ["completion", "vision"], contextLength = 32_768 } },
  ) =>
    json(response, 200, {
      capabilities,
      template: "{{ .Prompt }}",
      model_info: { "scripted.context_length": contextLength },
    }),
  "/api/embed": (_, response) => json(response, 200, { embeddings: [[0.6, 0.8]] }),
  "/api/pull": (body, response, { models }) => {
    models.add(Named.parse(JSON.parse(body.toString())).model);
    lines(response, [{ status: "pulling manifest" }, { status: "success" }]);
  },
  "/api/create": (body, response, { script, created, models }) => {
    const asked = CreateRequest.parse(JSON.parse(body.toString()));
    created.push(asked);
    const error = script.refuses?.(asked);
    if (error !== undefined) return lines(response, [{ status: "parsing GGUF" }, { error }]);
    models.add(`${asked.model}:latest`);
    lines(response, [{ status: "creating" }, { status: "success" }]);
  },
  "/api/delete": (body, response, { models }) => {
    const { model } = Named.parse(JSON.parse(body.toString()));
    const isThere = models.delete(model) || models.delete(`${model}:latest`);
    json(response, isThere ? 200 : 404, isThere ? {} : { error: "model not found" });
  },
  "/api/chat": async (body, response, stage) => {
    const chat = ChatRequest.parse(JSON.parse(body.toString()));
    if (chat.messages.length === 0) {
      stage.loaded.push(chat.model);
      return json(response, 200, { model: chat.model, done: true, done_reason: "load" });
    }
    stage.asked.push(chat);
    return play(stage.script.answer(chat), response);
  },
};

const blob = (
  { method, url = "" }: IncomingMessage,
  body: Buffer,
  { response, stage: { blobs } }: { response: ServerResponse; stage: Stage },
): void => {
  const digest = url.slice("/api/blobs/".length);
  if (method === "HEAD") return void response.writeHead(blobs.has(digest) ? 200 : 404).end();
  const isTrue = digest === `sha256:${createHash("sha256").update(body).digest("hex")}`;
  if (isTrue) blobs.set(digest, body);
  response.writeHead(isTrue ? 201 : 400).end();
};

const play = async (scripted: Scripted, response: ServerResponse): Promise<void> => {
  const { calls = [], fault, pauseMs = 0, doneReason = "stop", promptTokens = 700 } = scripted;
  if (refuses(scripted, response)) return;
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  const pieces = piecesOf(scripted);
  for (const content of pieces) {
    if (pauseMs > 0) await wait(pauseMs);
    line(response, { message: { role: "assistant", content }, done: false });
  }
  if (calls.length > 0) {
    const tool_calls = calls.map(({ name, input }) => ({ function: { name, arguments: input } }));
    line(response, { message: { role: "assistant", content: "", tool_calls }, done: false });
  }
  if (fault) return breaksOff(fault, response, `${JSON.stringify({ error: "the runner has stopped" })}\n`);
  line(response, {
    message: { role: "assistant", content: "" },
    done: true,
    done_reason: doneReason,
    prompt_eval_count: promptTokens,
    eval_count: pieces.length,
  });
  response.end();
};

const line = (response: ServerResponse, piece: object): void => {
  response.write(`${JSON.stringify({ model: TEST_MODEL, ...piece })}\n`);
};

const lines = (response: ServerResponse, pieces: readonly object[]): void => {
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  for (const piece of pieces) response.write(`${JSON.stringify(piece)}\n`);
  response.end();
};
