// The command line in this process, over a real store and inspector: for flows of many short commands.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { run } from "../../../src/cli/run.ts";
import { createInspector } from "../../../src/inspector.ts";
import type { Ended } from "./gumsa.ts";

export interface ProcessHome extends AsyncDisposable {
  readonly path: string;
  readonly gumsa: (...argv: string[]) => Promise<Ended>;
}

export const openHomeInProcess = async (settings: Readonly<Record<string, string>>): Promise<ProcessHome> => {
  const path = await mkdtemp(join(tmpdir(), "gumsa-e2e-"));
  const environment = { LANG: "C", GUMSA_LOG_LEVEL: "silent", GUMSA_HOME: join(path, "store"), ...settings };
  return {
    path,
    gumsa: async (...argv) => {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const { signal } = new AbortController();
      const exitCode = await run(argv, {
        stdin: new PassThrough(),
        stdout,
        stderr,
        environment,
        signal,
        createInspector,
      });
      return { exitCode, stdout: textOf(stdout), stderr: textOf(stderr) };
    },
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
};

const textOf = (stream: PassThrough): string => stream.read()?.toString("utf8") ?? "";
