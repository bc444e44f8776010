#!/usr/bin/env node
import { EXIT_CODES } from "./exit-code.ts";
// The `gumsa` command. Only this file knows the process; everything else is `run`.
import type { Io } from "./io.ts";
import { OUTPUT_CLOSED } from "./io.ts";
import { run } from "./run.ts";

const controller = new AbortController();

process.once("SIGINT", () => {
  controller.abort("interrupted");
  process.once("SIGINT", () => process.exit(EXIT_CODES.interrupted));
});
/** How service managers and containers ask a process to end. */
process.once("SIGTERM", () => controller.abort("terminated"));

/** A reader that has gone is no error; a disk that is full is. */
const stopWriting = (error: NodeJS.ErrnoException): void => {
  if (controller.signal.aborted) return;
  const isReaderGone = error.code === "EPIPE";
  process.exitCode = isReaderGone ? EXIT_CODES.outputClosed : EXIT_CODES.error;
  controller.abort(OUTPUT_CLOSED);
  if (!isReaderGone) process.stderr.write(`error store_full: ${error.message}\n`);
};
process.stdout.on("error", stopWriting);
process.stderr.on("error", stopWriting);

const io: Io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  signal: controller.signal,
  // Loaded late, so that --help and --version do not wait for models and databases.
  createInspector: async (...settings) => (await import("../inspector.ts")).createInspector(...settings),
};

const exitCode = await run(process.argv.slice(2), io);
process.exitCode ??= exitCode;
