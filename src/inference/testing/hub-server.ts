// A hub on the loopback that behaves like the real one: small files are answered at once, large ones by a redirect
// to another port, with what the hub knows of them on the redirect. Faults are played in the order given.
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";

export const COMMIT = "0123456789abcdef0123456789abcdef01234567";

export type Fault =
  | { readonly kind: "status"; readonly status: number; readonly retryAfter?: string }
  /** The connection is cut after so many bytes. */
  | { readonly kind: "cut"; readonly afterBytes: number }
  /** The storage sends other bytes of the same length. */
  | { readonly kind: "rubbish" }
  /** The storage ignores ranges. */
  | { readonly kind: "no_ranges" };

export interface HubServer extends AsyncDisposable {
  readonly endpoint: string;
  /** `METHOD path [range]`, in order, of hub and storage. */
  readonly asked: string[];
  readonly files: Map<string, Uint8Array>;
  /** The next storage answers play these. */
  readonly faults: Fault[];
}

/** Larger files are answered by a redirect. */
const LARGE_BYTES = 1000;

export const startHub = async (files: Readonly<Record<string, Uint8Array>>): Promise<HubServer> => {
  const state = { asked: [] as string[], files: new Map(Object.entries(files)), faults: [] as Fault[] };
  const storage = await listening((request, response) => serveBytes(request, response, state));
  const hub = await listening((request, response) =>
    serveHub(request, response, { ...state, storage: storage.url }),
  );
  return {
    ...state,
    endpoint: hub.url,
    async [Symbol.asyncDispose]() {
      await Promise.all([hub, storage].map(({ server }) => closed(server)));
    },
  };
};

interface State {
  readonly asked: string[];
  readonly files: Map<string, Uint8Array>;
  readonly faults: Fault[];
}

const serveHub = (
  request: IncomingMessage,
  response: ServerResponse,
  { storage, ...state }: State & { readonly storage: string },
): void => {
  const path = request.url ?? "";
  const name = path.match(/^\/[^/]+\/[^/]+\/resolve\/[^/]+\/(.+)$/)?.[1] ?? "";
  const bytes = state.files.get(name);
  response.setHeader("x-repo-commit", COMMIT);
  if (!bytes) {
    state.asked.push(`${request.method} ${path}`);
    response.writeHead(404).end("Entry not found");
    return;
  }
  if (bytes.length < LARGE_BYTES) {
    serveBytes(request, response, state);
    return;
  }
  state.asked.push(`${request.method} ${path}`);
  response.setHeader("x-linked-size", String(bytes.length));
  response.setHeader("x-linked-etag", `"${hashOf(bytes)}"`);
  response.writeHead(302, { location: `${storage}/${name}` }).end("Found. Redirecting");
};

const serveBytes = (request: IncomingMessage, response: ServerResponse, state: State): void => {
  const range = request.headers.range?.match(/^bytes=(\d+)-$/)?.[1];
  state.asked.push([request.method, request.url, ...(range === undefined ? [] : [range])].join(" "));
  const name = (request.url ?? "").replace(/^.*\/resolve\/[^/]+\//, "").replace(/^\//, "");
  const bytes = state.files.get(name) ?? new Uint8Array();
  if (request.method === "HEAD") {
    response.writeHead(200, { etag: etagOf(bytes), "content-length": bytes.length }).end();
    return;
  }
  const fault = state.faults.shift();
  if (fault?.kind === "status") {
    response.writeHead(fault.status, fault.retryAfter ? { "retry-after": fault.retryAfter } : {}).end("busy");
    return;
  }
  const isSame = request.headers["if-range"] === etagOf(bytes) && fault?.kind !== "no_ranges";
  const from = range !== undefined && isSame ? Number(range) : 0;
  const body = fault?.kind === "rubbish" ? new Uint8Array(bytes.length) : bytes.subarray(from);
  const end = bytes.length - 1;
  response.writeHead(from > 0 ? 206 : 200, {
    etag: etagOf(bytes),
    "content-length": body.length,
    ...(from > 0 && { "content-range": `bytes ${from}-${end}/${bytes.length}` }),
  });
  if (fault?.kind !== "cut") response.end(body);
  else response.write(body.subarray(0, fault.afterBytes), () => request.socket.end());
};

const hashOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const etagOf = (bytes: Uint8Array): string => `"${hashOf(bytes).slice(0, 32)}"`;

const listening = async (listener: RequestListener): Promise<{ server: Server; url: string }> => {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  return { server, url: `http://127.0.0.1:${port}` };
};

const closed = async (server: Server): Promise<void> => {
  server.closeAllConnections();
  server.close();
  await once(server, "close");
};
