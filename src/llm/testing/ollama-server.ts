// A server on the loopback that speaks as much of Ollama's wire protocol as Gumsa uses: /api/version, /api/tags,
// /api/show and /api/chat as NDJSON. There is no model behind it: it plays a script, faults included. It shows that
// Gumsa keeps to the protocol and survives what servers do; it shows nothing about how good a model is.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { z } from "zod";

export const FAULTS = [
  "model_not_found",
  "status_500",
  "plain_400",
  "silent",
  "stalls",
  "cut",
  "rubbish",
  "error_line",
  "no_end",
] as const;
export type Fault = (typeof FAULTS)[number];

export interface Scripted {
  readonly text?: string;
  readonly fault?: Fault;
  readonly doneReason?: string;
  readonly promptTokens?: number;
  /** Before each piece of the answer. */
  readonly pauseMs?: number;
}

const ChatRequest = z.object({
  model: z.string(),
  stream: z.literal(true),
  format: z.record(z.string(), z.unknown()),
  options: z.object({ num_ctx: z.number(), num_predict: z.number() }).loose(),
  messages: z.array(
    z.object({ role: z.string(), content: z.string(), images: z.array(z.string()).optional() }),
  ),
});
export type ChatRequest = z.infer<typeof ChatRequest>;

export interface ServerScript {
  readonly models?: readonly string[];
  readonly capabilities?: readonly string[];
  readonly contextLength?: number;
  readonly answer: (request: ChatRequest) => Scripted;
}

export interface OllamaServer extends AsyncDisposable {
  readonly host: string;
  /** What /api/chat was asked, in order. */
  readonly asked: readonly ChatRequest[];
}

export const TEST_MODEL = "scripted:1b";

export const startOllamaServer = async (script: ServerScript): Promise<OllamaServer> => {
  const asked: ChatRequest[] = [];
  const server = createServer((request, response) => {
    handle(request, response, { script, asked }).catch(() => response.destroy()); // the client has gone
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { host: `http://127.0.0.1:${portOf(server)}`, asked, [Symbol.asyncDispose]: () => close(server) };
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const close = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await once(server.close(), "close");
};

interface Stage {
  readonly script: ServerScript;
  readonly asked: ChatRequest[];
}

const handle = async (request: IncomingMessage, response: ServerResponse, stage: Stage): Promise<void> => {
  const {
    models = [TEST_MODEL],
    capabilities = ["completion", "vision"],
    contextLength = 32_768,
  } = stage.script;
  if (request.url === "/api/version") return json(response, 200, { version: "0.0.0-scripted" });
  if (request.url === "/api/tags") {
    return json(response, 200, { models: models.map((name) => ({ name, digest: "d".repeat(64) })) });
  }
  if (request.url === "/api/show") {
    return json(response, 200, { capabilities, model_info: { "scripted.context_length": contextLength } });
  }
  if (request.url !== "/api/chat") return json(response, 404, { error: "not scripted" });
  const chat = ChatRequest.parse(JSON.parse(await bodyOf(request)));
  stage.asked.push(chat);
  return play(stage.script.answer(chat), response);
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
};

const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};

const play = async (scripted: Scripted, response: ServerResponse): Promise<void> => {
  const { text = "", fault, pauseMs = 0, doneReason = "stop", promptTokens = 700 } = scripted;
  if (fault === "model_not_found") return json(response, 404, { error: "model not found" });
  if (fault === "status_500") return json(response, 500, { error: "out of memory" });
  if (fault === "plain_400") return void response.writeHead(400, { "content-type": "text/plain" }).end("no");
  if (fault === "silent") return;
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  const pieces = text.match(/[\s\S]{1,40}/g) ?? [];
  for (const content of fault ? pieces.slice(0, 1) : pieces) {
    if (pauseMs > 0) await wait(pauseMs);
    line(response, { message: { role: "assistant", content }, done: false });
  }
  if (fault) return playFault(fault, response);
  line(response, {
    message: { role: "assistant", content: "" },
    done: true,
    done_reason: doneReason,
    prompt_eval_count: promptTokens,
    eval_count: pieces.length,
  });
  response.end();
};

/** After the first piece of an answer. */
const playFault = (fault: Fault, response: ServerResponse): void => {
  if (fault === "stalls") return;
  if (fault === "cut") return void response.socket?.end(); // what was sent arrives, the end does not
  if (fault === "error_line") line(response, { error: "the runner has stopped" });
  if (fault === "rubbish") response.write("\u0000 not a line of JSON\n");
  response.end();
};

const line = (response: ServerResponse, piece: object): void => {
  response.write(`${JSON.stringify({ model: TEST_MODEL, ...piece })}\n`);
};
