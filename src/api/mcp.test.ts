import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { FetchLike, Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { describe, expect, it } from "vitest";
import { fakeInspector } from "../cli/testing/fake-inspector.ts";
import type { JobEvent } from "../domain/job.ts";
import type { Inspector } from "../inspector.ts";
import { createLog } from "../log.ts";
import { createSessions } from "../mcp/sessions.ts";
import { createApp } from "./app.ts";

const appOf = (changes: Partial<Inspector> = {}) =>
  createApp({
    inspector: fakeInspector({
      tool: (async () => new Uint8Array(3)) as unknown as Inspector["tool"],
      ...changes,
    }),
    log: createLog("silent"),
    limits: { bodyBytes: 100_000 },
  });

/** The official client, its requests answered within this process. */
const connected = async (
  app: ReturnType<typeof appOf>,
  headers: Record<string, string> = {},
): Promise<{ client: Client; transport: StreamableHTTPClientTransport }> => {
  const fetch: FetchLike = async (url, init) => app.request(String(url), init);
  const url = new URL("http://127.0.0.1:8080/mcp");
  const transport = new StreamableHTTPClientTransport(url, { fetch, requestInit: { headers } });
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport as Transport); // its optional members are declared the looser way
  return { client, transport };
};

const event = (seq: number, name: JobEvent["name"], data: JobEvent["data"]): JobEvent => ({
  seq,
  job: `job_${"0".repeat(20)}`,
  at: "2026-01-02T03:04:05.678Z",
  name,
  data,
});

describe("MCP over HTTP", () => {
  it("inspects in turn, and tells what the job tells", async () => {
    const clients: string[] = [];
    const { jobs } = fakeInspector();
    const app = appOf({
      jobs: {
        ...jobs,
        inspect: (input, accepted) => {
          clients.push(accepted.client);
          return jobs.inspect(input, accepted);
        },
        async *events() {
          yield event(1, "node", { node: "gradeCapture" });
          yield event(2, "verdict", {
            kind: "verdict",
            verdict: { kind: "pass", reasons: ["nothing_found"] },
          });
        },
      },
    });
    const { client } = await connected(app);
    const told: (string | undefined)[] = [];
    const asked = { name: "inspect_image", arguments: { image: { data: "AQID" } } };
    const answer = await client.callTool(asked, undefined, {
      onprogress: ({ message }) => told.push(message),
    });
    expect(answer.structuredContent).toMatchObject({ verdict: { kind: "pass" } });
    expect(clients).toEqual(["local"]);
    expect(told).toEqual(["gradeCapture done", "verdict pass"]);
  });

  it("cancels the job of a caller who gives up", async () => {
    const stop = new AbortController();
    const { jobs } = fakeInspector();
    const cancelled = new Promise<string>((resolve) => {
      const app = appOf({
        jobs: {
          ...jobs,
          wait: (_, signal) =>
            new Promise((__, reject) => {
              signal?.addEventListener("abort", () => reject(signal.reason));
              stop.abort();
            }),
          cancel: (id) => {
            resolve(id);
            return jobs.cancel(id);
          },
        },
      });
      const asked = { name: "inspect_image", arguments: { image: { data: "AQID" } } };
      connected(app)
        .then(({ client }) => client.callTool(asked, undefined, { signal: stop.signal }))
        .catch(() => {});
    });
    expect(await cancelled).toMatch(/^job_/);
  });

  it("asks for a key, and shows a session to the key that opened it alone", async () => {
    const { keys: none } = fakeInspector();
    const known = ["one", "other"].map((name) => ({ name, role: "worker" as const, createdAt: "" }));
    const keys = {
      ...none,
      list: async () => known,
      find: async (secret: string) => known.find(({ name }) => name === secret),
    };
    const app = appOf({ keys });
    await expect(connected(app)).rejects.toThrow();
    const { transport } = await connected(app, { "x-api-key": "one" });
    const list = (key: string): Response | Promise<Response> =>
      app.request("/mcp", {
        method: "POST",
        body: JSON.stringify({ jsonrpc: "2.0", id: 9, method: "tools/list" }),
        headers: {
          "x-api-key": key,
          "mcp-session-id": transport.sessionId ?? "",
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
        },
      });
    expect((await list("one")).status).toBe(200);
    expect((await list("other")).status).toBe(404);
    await transport.terminateSession();
    expect((await list("one")).status).toBe(404);
  });

  it("refuses the pages of other sites", async () => {
    const status = async (headers: Record<string, string>): Promise<number> =>
      (await appOf().request("/mcp", { method: "POST", headers: { host: "127.0.0.1:8080", ...headers } }))
        .status;
    expect(await status({ origin: "http://evil.example" })).toBe(403);
    expect(await status({ origin: "null" })).toBe(403);
    expect(await status({ host: "evil.example", origin: "http://evil.example" })).toBe(403);
    expect(await status({ origin: "http://127.0.0.1:8080" })).toBe(406);
  });

  it("keeps so many sessions open, and closes those that nobody uses", async () => {
    let time = 0;
    const inspector = fakeInspector();
    const { inspect } = inspector;
    const context = { inspector, inspect, log: createLog("silent"), readFile: null };
    const { handle } = createSessions({
      contextOf: () => context,
      bodyBytes: 1000,
      most: 1,
      now: () => time,
    });
    const open = (): Promise<Response> =>
      handle(
        new Request("http://127.0.0.1/mcp", {
          method: "POST",
          headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
          body: JSON.stringify({
            jsonrpc: "2.0",
            id: 1,
            method: "initialize",
            params: {
              protocolVersion: "2025-06-18",
              capabilities: {},
              clientInfo: { name: "x", version: "1" },
            },
          }),
        }),
        "one",
      );
    expect((await open()).status).toBe(200);
    await expect(open()).rejects.toMatchObject({ code: "queue_full" });
    time = 31 * 60_000;
    expect((await open()).status).toBe(200);
  });
});
