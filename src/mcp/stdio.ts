// A server for one client that started it: standard output carries the protocol and nothing else.
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import type { Inspector } from "../inspector.ts";
import type { Log } from "../log.ts";
import { readLocalFile } from "./local-file.ts";
import { createMcpServer } from "./server.ts";

export interface StdioOptions {
  readonly inspector: Inspector;
  readonly log: Log;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly signal: AbortSignal;
}

/** Until the client closes standard input, or the signal is aborted. */
export const serveStdio = async ({ stdin, stdout, signal, ...options }: StdioOptions): Promise<void> => {
  const { inspector } = options;
  const server = createMcpServer({ ...options, inspect: inspector.inspect, readFile: readLocalFile });
  const ended = Promise.race([once(stdin, "end"), once(stdin, "close"), aborted(signal)]);
  await server.connect(new StdioServerTransport(stdin, stdout));
  await ended;
  await server.close();
};

const aborted = async (signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, "abort");
};
