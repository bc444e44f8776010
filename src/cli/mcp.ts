import type { Command } from "commander";
import type { Context } from "./context.ts";
import { note } from "./output.ts";

export const addMcpCommand = (program: Command, context: Context): void => {
  program
    .command("mcp")
    .description(context.words.help.mcp)
    .action(() => serveAgents(context));
};

/** Loaded late: other commands need no protocol. Apart from `using`, beside which the compiler leaves import paths alone. */
const loadServer = async () => import("../mcp/stdio.ts");

const serveAgents = async (context: Context): Promise<void> => {
  const { io, log, words } = context;
  const { serveStdio } = await loadServer();
  await using inspector = await context.openInspector();
  note(io, words.mcp.listening);
  await serveStdio({ inspector, log, stdin: io.stdin, stdout: io.stdout, signal: io.signal });
};
