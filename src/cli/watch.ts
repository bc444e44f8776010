// A folder into which a line camera drops its pictures. Each is inspected as soon as it is whole, once: what was seen
// is known by its content, also after a restart and under another name. Nothing is moved or changed.
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { basename, relative, resolve } from "node:path";
import { watch as watchFiles } from "chokidar";
import type { Command } from "commander";
import type { Inspection } from "../domain/inspection.ts";
import { hasEnded, type Job, type JobId } from "../domain/job.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { isFolder } from "./files.ts";
import { note, print, printJson } from "./output.ts";
import { findPictures, isPictureName } from "./pictures.ts";

interface WatchOptions {
  readonly product?: string;
  readonly webhook?: string;
  readonly once?: true;
}

export const addWatchCommand = (program: Command, context: Context): void => {
  const words = context.words.help.watch;
  program
    .command("watch")
    .description(words.does)
    .argument("<folder>", words.folder)
    .option("--product <id>", words.product)
    .option("--webhook <url>", words.webhook)
    .option("--once", words.once)
    .action((folder: string, options: WatchOptions) => watch(folder, options, context));
};

const watch = async (folder: string, options: WatchOptions, context: Context): Promise<void> => {
  const { io, words } = context;
  if (!(await isFolder(folder))) {
    throw new GumsaError("file_not_found", words.files.notFound(folder), { hint: words.files.notFoundHint });
  }
  await using inspector = await context.openInspector();
  if (options.product !== undefined) await inspector.products.show(options.product);
  if (options.webhook !== undefined)
    await registerWebhook(options.webhook, options.product, { inspector, context });
  const line = createLine({ folder, options, inspector, context });
  await using _worker = inspector.work();
  if (options.once) for (const path of await findPictures(folder, words)) line.take(path);
  else await watchUntilInterrupted(folder, line, context);
  await line.settled();
  note(io, words.watch.summary(line.counts.inspected, line.counts.known, line.counts.failed));
};

/** One that tells of failed parts; the same address again is the webhook that is there. */
const registerWebhook = async (
  url: string,
  product: string | undefined,
  { inspector, context: { io, words } }: { inspector: Inspector; context: Context },
): Promise<void> => {
  const known = await inspector.webhooks.list();
  if (known.some((webhook) => webhook.url === url && webhook.product === product)) return;
  const { secret } = await inspector.webhooks.add({ url, ...(product !== undefined && { product }) });
  note(io, `${secret}\n${words.webhooks.toldOnce}`);
};

interface LineDeps {
  readonly folder: string;
  readonly options: WatchOptions;
  readonly inspector: Inspector;
  readonly context: Context;
}

interface Line {
  readonly counts: { inspected: number; known: number; failed: number };
  /** A file is there and whole. */
  take(path: string): void;
  /** Once everything that was taken has come to its end. */
  settled(): Promise<void>;
}

const createLine = (deps: LineDeps): Line => {
  const counts = { inspected: 0, known: 0, failed: 0 };
  const pending = new Set<Promise<void>>();
  const told = new Set<JobId>();
  let reading: Promise<unknown> = Promise.resolve(); // one file after another: a full folder is not read at once
  return {
    counts,
    take(path) {
      const accepted = reading.then(() => accept(path, deps));
      reading = accepted.catch(() => {});
      const done = accepted
        .then(async (job) => {
          if (hasEnded(job) || told.has(job.id)) return void counts.known++;
          told.add(job.id);
          if (await tell(path, job, deps)) counts.inspected++;
          else counts.failed++;
        })
        .catch((error: unknown) => {
          if (deps.context.io.signal.aborted) return;
          counts.failed++;
          tellTrouble(path, error, deps);
        })
        .finally(() => pending.delete(done));
      pending.add(done);
    },
    async settled() {
      while (pending.size > 0) await Promise.all(pending);
    },
  };
};

/** The queue knows what was seen: the same picture for the same product is the job that is there. */
const accept = async (path: string, { options: { product }, inspector, context }: LineDeps): Promise<Job> => {
  const bytes = await readFile(path);
  const hash = createHash("sha256").update(bytes).digest("hex");
  const job = await inspector.jobs.inspect(
    {
      images: [{ fileName: basename(path), bytes }],
      language: context.language,
      ...(product !== undefined && { product }),
    },
    { client: "watch", lane: "batch", request: { key: `watch ${product ?? ""} ${hash}`, hash } },
  );
  return job;
};

/** Whether it was inspected. */
const tell = async (path: string, job: Job, deps: LineDeps): Promise<boolean> => {
  const { inspector, context } = deps;
  const ended = await inspector.jobs.wait(job.id, context.io.signal);
  if (ended.state !== "done") {
    tellTrouble(path, ended.error, deps);
    return false;
  }
  tellVerdict(path, await inspector.inspections.get(job.subject), deps);
  return true;
};

const tellVerdict = (
  path: string,
  inspection: Inspection,
  { folder, context: { io, isJson } }: LineDeps,
): void => {
  if (isJson) printJson(io, inspection);
  else print(io, `${inspection.verdict.kind.padEnd(6)}  ${relative(folder, path)}  ${inspection.id}`);
};

const tellTrouble = (path: string, error: unknown, { folder, context }: LineDeps): void => {
  const { io, isJson, log } = context;
  const told = error as { code?: string; message?: string } | undefined;
  const isExpected = error === undefined || error instanceof GumsaError || !(error instanceof Error);
  if (!isExpected) log.error({ err: error, path }, "a picture of the folder was not taken");
  const file = relative(folder, path);
  if (isJson) printJson(io, { error: { code: told?.code ?? "internal", message: told?.message, file } });
  else print(io, `error   ${file}  ${told?.code ?? "internal"}: ${told?.message ?? ""}`);
};

/** How long a file must not have grown to count as whole. */
const STILL_MS = 500;
const LOOK_EVERY_MS = 100;

const watchUntilInterrupted = async (folder: string, line: Line, { io, words }: Context): Promise<void> => {
  const watcher = watchFiles(folder, {
    ignored: (path, stats) =>
      basename(path).startsWith(".") || (stats?.isFile() === true && !isPictureName(path)),
    awaitWriteFinish: { stabilityThreshold: STILL_MS, pollInterval: LOOK_EVERY_MS },
  });
  watcher.on("add", (path) => line.take(path)).on("change", (path) => line.take(path));
  note(io, words.watch.watching(resolve(folder)));
  if (!io.signal.aborted) await once(io.signal, "abort");
  await watcher.close();
};
