// Streamable HTTP: one session a client, known by the id that it was given. A session belongs to the key that opened
// it; under another key it is not there.
import { randomUUID } from "node:crypto";
import { WebStandardStreamableHTTPServerTransport as HttpTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { GumsaError } from "../errors.ts";
import type { McpContext } from "./context.ts";
import { createMcpServer } from "./server.ts";

export interface McpSessions {
  /** `caller` is the name of the key. Throws `queue_full`, `origin_refused`. */
  readonly handle: (request: Request, caller: string) => Promise<Response>;
}

export interface SessionsOptions {
  readonly contextOf: (caller: string) => McpContext;
  readonly bodyBytes: number;
  /** Sessions at once. */
  readonly most?: number;
  readonly now?: () => number;
}

interface Session {
  readonly caller: string;
  readonly transport: HttpTransport;
  usedAt: number;
}

const MOST_SESSIONS = 200;
/** Clients seldom say that they are leaving. */
const IDLE_MS = 30 * 60_000;

export const createSessions = (options: SessionsOptions): McpSessions => {
  const { contextOf, bodyBytes, most = MOST_SESSIONS, now = Date.now } = options;
  const sessions = new Map<string, Session>();
  /** It counts once its first message has opened it. */
  const open = async (caller: string): Promise<HttpTransport> => {
    await closeUnused(sessions, now() - IDLE_MS);
    if (sessions.size >= most) {
      throw new GumsaError("queue_full", `${most} MCP sessions are open.`, { hint: "close one, or wait" });
    }
    const transport = new HttpTransport({
      sessionIdGenerator: randomUUID,
      maxRequestBodySize: bodyBytes,
      onsessioninitialized: (id) => void sessions.set(id, { caller, transport, usedAt: now() }),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    await createMcpServer(contextOf(caller)).connect(transport);
    return transport;
  };
  return {
    async handle(request, caller) {
      refuseOtherSites(request.headers);
      const id = request.headers.get("mcp-session-id");
      if (id === null) return (await open(caller)).handleRequest(request);
      const session = sessions.get(id);
      if (session?.caller !== caller) return sessionUnknown();
      session.usedAt = now();
      return session.transport.handleRequest(request);
    },
  };
};

const closeUnused = async (sessions: Map<string, Session>, before: number): Promise<void> => {
  for (const [id, { usedAt, transport }] of sessions) {
    if (usedAt >= before) continue;
    sessions.delete(id);
    await transport.close();
  }
};

/** The protocol asks for it: a page that gave its own name to this address would pass for its own site. */
const refuseOtherSites = (headers: Headers): void => {
  const origin = headers.get("origin");
  if (origin === null || (URL.canParse(origin) && new URL(origin).host === headers.get("host"))) return;
  throw new GumsaError("origin_refused", `A page of ${origin} may not call this service.`);
};

/** By which a client knows that it has to begin anew. */
const sessionUnknown = (): Response =>
  Response.json(
    { jsonrpc: "2.0", error: { code: -32001, message: "Session not found" }, id: null },
    { status: 404 },
  );
