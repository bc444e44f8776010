// Starts and stops the service: what runs when it is told to stop comes to its end, what waits stays in the queue.
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { type ServerType, serve } from "@hono/node-server";
import { GumsaError } from "../errors.ts";
import { isGuarded } from "./access.ts";
import { createApp } from "./app.ts";
import type { AppOptions } from "./env.ts";

export interface ServeOptions extends AppOptions {
  readonly hostname: string;
  readonly port: number;
  /** How long what runs may take to come to its end when the service stops. */
  readonly graceMs?: number;
  readonly limits: AppOptions["limits"] & {
    /** How long a request may take to arrive. */
    readonly requestTimeoutMs: number;
  };
}

export interface Service extends AsyncDisposable {
  readonly url: string;
}

const HEADERS_TIMEOUT_MS = 15_000;
/** How often requests that take too long are looked for. */
const LOOK_EVERY_MS = 5_000;
/** How long answers may take to arrive after the work has stopped. */
const LAST_WORDS_MS = 1_000;
const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);

/** Throws `address_taken`; `keys_required` where others could reach a service that asks for no key. */
export const startService = async ({
  hostname,
  port,
  graceMs,
  ...options
}: ServeOptions): Promise<Service> => {
  if (!LOOPBACK.has(hostname) && !(await isGuarded(options.inspector.keys))) {
    throw new GumsaError("keys_required", `Without any key, ${hostname} would let everybody in.`, {
      hint: "gumsa keys add NAME --role worker, or serve on 127.0.0.1",
    });
  }
  const { requestTimeoutMs: requestTimeout } = options.limits;
  const serverOptions = {
    requestTimeout,
    headersTimeout: Math.min(requestTimeout, HEADERS_TIMEOUT_MS),
    connectionsCheckingInterval: Math.min(requestTimeout, LOOK_EVERY_MS),
  };
  const server = serve({ fetch: createApp(options).fetch, hostname, port, serverOptions });
  await listening(server, `${hostname}:${port}`);
  const worker = options.inspector.work({ graceMs });
  const address = server.address() as AddressInfo; // a TCP server that listens
  return {
    url: `http://${hostname}:${address.port}`,
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      await worker[Symbol.asyncDispose]();
      await endConnections(server, closed);
    },
  };
};

/** Who waited for what was parked is told so; then nobody is heard any more. */
const endConnections = async (server: ServerType, closed: Promise<unknown>): Promise<void> => {
  if (!("closeIdleConnections" in server)) return void (await closed);
  const ending = setInterval(() => server.closeIdleConnections(), 20);
  await Promise.race([closed, wait(LAST_WORDS_MS, undefined, { ref: false })]);
  clearInterval(ending);
  server.closeAllConnections();
  await closed;
};

const listening = async (server: ServerType, address: string): Promise<void> => {
  try {
    await once(server, "listening");
  } catch (error) {
    throw new GumsaError("address_taken", `The service cannot listen on ${address}.`, {
      hint: "another program uses the port: --port 0 takes a free one",
      cause: error,
    });
  }
};
