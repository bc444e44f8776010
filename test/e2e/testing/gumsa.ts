// The installed command as a child process: what it prints and how it ends is the contract.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../../src/package-root.ts";
import { copyDemoStore } from "./demo-store.ts";

export const root = packageRoot();
const COMMAND = join(root, "dist/src/cli/gumsa.js");

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Home extends AsyncDisposable {
  readonly path: string;
  /** Runs the command with this home as its store. */
  readonly gumsa: (...argv: string[]) => Promise<Ended>;
  readonly start: (...argv: string[]) => ChildProcess;
}

export interface HomeOptions {
  readonly settings?: NodeJS.ProcessEnv;
  /** The demo product is there already. */
  readonly hasDemo?: boolean;
}

/** A store of its own, removed at the end. */
export const openHome = async ({ settings = {}, hasDemo = false }: HomeOptions = {}): Promise<Home> => {
  const path = await mkdtemp(join(tmpdir(), "gumsa-e2e-"));
  if (hasDemo) await copyDemoStore(join(path, "store"));
  const start = (...argv: string[]): ChildProcess =>
    spawn(process.execPath, [COMMAND, ...argv], { cwd: root, env: { ...environment(path), ...settings } });
  return {
    path,
    start,
    gumsa: (...argv) => ended(start(...argv)),
    [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }),
  };
};

const environment = (home: string): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  HOME: home,
  LANG: "C",
  GUMSA_HOME: join(home, "store"),
  GUMSA_LOG_LEVEL: "error",
  OLLAMA_HOST: "http://127.0.0.1:9",
});

const ended = (child: ChildProcess): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (exitCode) =>
      resolve({
        exitCode,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
  });
