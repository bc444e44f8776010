import { once } from "node:events";
import type { Command } from "commander";
import { InvalidArgumentError } from "commander";
import { loadConfig } from "../config.ts";
import type { Context } from "./context.ts";
import { note } from "./output.ts";

interface ServeOptions {
  readonly port: number;
  readonly host: string;
}

export const addServeCommand = (program: Command, context: Context): void => {
  const words = context.words.help.serve;
  program
    .command("serve")
    .description(words.does)
    .option("--port <number>", words.port, parsePort(context), 8080)
    .option("--host <address>", words.host, "127.0.0.1")
    .action((options: ServeOptions) => serve(options, context));
};

/** Loaded late: other commands need no server. Apart from `using`, beside which the compiler leaves import paths alone. */
const loadService = async () => import("../api/serve.ts");

/** Until it is interrupted. */
const serve = async ({ port, host }: ServeOptions, context: Context): Promise<void> => {
  const { io, log, words } = context;
  const { service } = loadConfig(io.environment);
  const { startService } = await loadService();
  await using inspector = await context.openInspector();
  await using running = await startService({ inspector, log, limits: service, hostname: host, port });
  const isOpen = (await inspector.keys.list()).length === 0;
  note(io, words.serve.listening(running.url));
  if (isOpen) note(io, words.serve.withoutKeys);
  if (!io.signal.aborted) await once(io.signal, "abort");
  note(io, words.serve.stopping);
};

const parsePort =
  ({ words }: Context) =>
  (text: string): number => {
    const port = Number(text);
    if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
    throw new InvalidArgumentError(words.serve.portInvalid);
  };
