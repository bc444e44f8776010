// What a test server plays in place of a model. It shows that Gumsa keeps to the protocol and survives what servers do;
// it shows nothing about how good a model is.
import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";

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
  /** Tools that the model asks for, after its words. */
  readonly calls?: readonly { readonly name: string; readonly input: unknown }[];
  readonly text?: string;
  readonly fault?: Fault;
  readonly doneReason?: string;
  readonly promptTokens?: number;
  /** Before each piece of the answer. */
  readonly pauseMs?: number;
}

/** Pieces of an answer as a server would send them; with a fault only the first. */
export const piecesOf = ({ text = "", fault }: Scripted): readonly string[] => {
  const pieces = text.match(/[\s\S]{1,40}/g) ?? [];
  return fault ? pieces.slice(0, 1) : pieces;
};

/** Plays the faults that come before any answer; whether one was played. */
export const refuses = ({ fault }: Scripted, response: ServerResponse): boolean => {
  if (fault === "model_not_found") json(response, 404, { error: { message: "model not found" } });
  else if (fault === "status_500") json(response, 500, { error: { message: "out of memory" } });
  else if (fault === "plain_400") response.writeHead(400, { "content-type": "text/plain" }).end("no");
  else return fault === "silent";
  return true;
};

/** After the first piece of an answer. `error` is how the protocol tells one in the middle. */
export const breaksOff = (fault: Fault, response: ServerResponse, error: string): void => {
  if (fault === "stalls") return;
  if (fault === "cut") return void response.socket?.end(); // what was sent arrives, the end does not
  if (fault === "error_line") response.write(error);
  if (fault === "rubbish") response.write("data: \u0000 not a line of JSON\n\n");
  response.end();
};

export interface LocalServer extends AsyncDisposable {
  readonly host: string;
}

export const listen = async (
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<LocalServer> => {
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy()); // the client has gone
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  return { host: `http://127.0.0.1:${portOf(server)}`, [Symbol.asyncDispose]: () => close(server) };
};

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

const close = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  await once(server.close(), "close");
};

export const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

export const json = (response: ServerResponse, status: number, body: unknown): void => {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
};
