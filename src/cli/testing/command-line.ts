import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Readable } from "node:stream";
import type { Inspector } from "../../inspector.ts";
import type { Io } from "../io.ts";
import { run } from "../run.ts";
import { fakeInspector } from "./fake-inspector.ts";

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandLineOptions {
  readonly inspector?: Inspector;
  readonly environment?: Io["environment"];
  readonly signal?: AbortSignal;
  /** Standard input. */
  readonly lines?: readonly string[];
}

/** Runs a command line in this process, in English and without a terminal. */
export const commandLine = async (
  argv: readonly string[],
  options: CommandLineOptions = {},
): Promise<Ended> => {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const exitCode = await run(argv, {
    stdout,
    stderr,
    environment: { LANG: "C", GUMSA_LOG_LEVEL: "silent", ...options.environment },
    signal: options.signal ?? new AbortController().signal,
    stdin: Readable.from((options.lines ?? []).map((line) => `${line}\n`)),
    createInspector: async () => options.inspector ?? fakeInspector(),
  });
  return { exitCode, stdout: textOf(stdout), stderr: textOf(stderr) };
};

const textOf = (stream: PassThrough): string => stream.read()?.toString("utf8") ?? "";

export interface TemporaryFolder extends Disposable {
  readonly path: string;
}

export const temporaryFolder = (): TemporaryFolder => {
  const path = mkdtempSync(join(tmpdir(), "gumsa-cli-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
};
