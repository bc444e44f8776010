// `gumsa serve` as a child process that can be killed.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface Server {
  readonly url: string;
  /** By SIGKILL: nothing of the process gets to run any more. */
  kill(): Promise<void>;
  /** By SIGINT, as Ctrl-C. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** The program and its first arguments. */
  readonly command: readonly string[];
  readonly home: string;
  readonly settings?: Readonly<Record<string, string>>;
}

/** Once it listens. */
export const startServer = async ({ command, home, settings }: ServerOptions): Promise<Server> => {
  const [program = "", ...args] = command;
  const child = spawn(program, [...args, "serve", "--port", "0"], {
    env: { ...process.env, LANG: "C", OLLAMA_HOST: "http://127.0.0.1:9", ...settings, GUMSA_HOME: home },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const exited = once(child, "exit");
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await exited;
  };
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stderr })) {
    lines.push(line);
    const [url] = /http:\/\/[\d.]+:\d+/.exec(line) ?? [];
    if (url === undefined) continue;
    child.stderr.resume();
    return { url, kill: () => end("SIGKILL"), stop: () => end("SIGINT") };
  }
  throw new Error(`the service did not start: ${lines.join("\n")}`);
};
