// Kills `gumsa manuals add` at random moments, looks each time whether what is there is whole, and lets it end.
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { longManual, wordOf } from "./long-manual.ts";

export interface Ordeal {
  /** What runs `gumsa`. */
  readonly command: readonly [string, ...string[]];
  readonly environment: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly product: string;
  /** Of each manual, by its name in small letters. */
  readonly pages: Readonly<Record<string, number>>;
  /** At the most. */
  readonly kills: number;
  readonly latestKillMs: number;
  /** From 0 to 1. */
  readonly random: () => number;
  readonly onKill?: (done: number, manuals: number) => void;
}

export interface Outcome {
  /** How many manuals were there after each kill; fewer kills than asked for where all of them soon were. */
  readonly after: readonly number[];
  readonly lastRunMs: number;
  /** What must not be. */
  readonly faults: readonly string[];
}

export const undergo = async (ordeal: Ordeal): Promise<Outcome> => {
  const { folder, pages, product, kills } = ordeal;
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const [name, count] of Object.entries(pages)) {
    files.push(join(folder, `${name}.pdf`));
    await writeFile(files.at(-1) ?? "", await longManual(count, name));
  }
  const add = ["manuals", "add", ...files, "--product", product];
  const faults: string[] = [];
  const after: number[] = [];
  // When all is there, there is nothing left to kill.
  while (after.length < kills && (after.at(-1) ?? 0) < files.length) {
    await killed(ordeal, add);
    const there = await listed(ordeal);
    faults.push(...halves(there, pages));
    after.push(there.length);
    ordeal.onKill?.(after.length, there.length);
  }
  const begunAt = performance.now();
  await run(ordeal, add);
  const lastRunMs = Math.round(performance.now() - begunAt);
  faults.push(...(await missing(ordeal)));
  return { after, lastRunMs, faults };
};

interface Listed {
  readonly document: string;
  readonly pages: number;
  readonly revision: number;
}

const listed = async (ordeal: Ordeal): Promise<readonly Listed[]> => {
  const all: unknown = JSON.parse(
    await run(ordeal, ["manuals", "list", "--product", ordeal.product, "--json"]),
  );
  // The command prints its manuals by a schema of its own; only those of this ordeal matter.
  return (all as readonly Listed[]).filter(({ document }) => document.replace(/\.pdf$/u, "") in ordeal.pages);
};

/** A manual is there as a whole, once, or not at all. */
const halves = (there: readonly Listed[], pages: Ordeal["pages"]): readonly string[] =>
  there
    .filter(
      ({ document, pages: count, revision }) =>
        count !== pages[document.replace(/\.pdf$/u, "")] || revision !== 1,
    )
    .map((manual) => `not whole: ${JSON.stringify(manual)}`);

const missing = async (ordeal: Ordeal): Promise<readonly string[]> => {
  const there = await listed(ordeal);
  const faults = [...halves(there, ordeal.pages)];
  for (const [name, page] of Object.entries(ordeal.pages)) {
    if (!there.some(({ document }) => document === `${name}.pdf`)) faults.push(`${name}.pdf is not there`);
    const question = ["manuals", "search", wordOf(name, page), "--product", ordeal.product, "--json"];
    const answer = await run(ordeal, question);
    if (!answer.includes(`"page":${page}`)) faults.push(`page ${page} of ${name}.pdf is not found`);
  }
  return faults;
};

const started = ({ command: [program, ...first], environment }: Ordeal, argv: readonly string[]) =>
  spawn(program, [...first, ...argv], { env: environment, stdio: ["ignore", "pipe", "pipe"] });

const killed = async (ordeal: Ordeal, argv: readonly string[]): Promise<void> => {
  const child = started(ordeal, argv);
  const hasEnded = new Promise((resolve) => child.on("close", resolve));
  await Promise.race([hasEnded, wait(ordeal.random() * ordeal.latestKillMs)]);
  child.kill("SIGKILL");
  await hasEnded;
};

const run = async (ordeal: Ordeal, argv: readonly string[]): Promise<string> => {
  const child = started(ordeal, argv);
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
  const exitCode = await new Promise((resolve) => child.on("close", resolve));
  if (exitCode !== 0)
    throw new Error(`gumsa ${argv.join(" ")} ended with ${exitCode}: ${Buffer.concat(stderr).toString()}`);
  return Buffer.concat(stdout).toString();
};
