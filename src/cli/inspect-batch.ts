// Picture after picture. One that cannot be inspected is told and the others go on; anything that would
// stop every picture (no product, no room, Ctrl-C) ends the batch.
import { join } from "node:path";
import type { Inspection } from "../domain/inspection.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import { type ErrorCode, GumsaError } from "../errors.ts";
import type { InspectInput, Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { printFailure } from "./failure.ts";
import { readNamed } from "./files.ts";
import type { InspectJob } from "./inspect-jobs.ts";
import { print, printJson } from "./output.ts";
import type { ProductChoice } from "./product-choice.ts";
import type { ProgressDisplay } from "./progress.ts";
import { REPORT_FILE, writeResult } from "./result-folder.ts";

export interface BatchOptions {
  readonly context: Context;
  readonly inspector: Inspector;
  readonly display: ProgressDisplay;
  readonly product: ProductChoice;
  /** What to compare with in place of the nearest good picture. */
  readonly reference: string | undefined;
  /** Where an inspection is written to, if anywhere. */
  readonly folderOf: (inspection: Inspection) => string | undefined;
  /** False where the one picture that was named must work. */
  readonly isBatch: boolean;
}

/** The verdicts of those that could be inspected. */
export const inspectBatch = async (
  jobs: readonly InspectJob[],
  options: BatchOptions,
): Promise<VerdictKind[]> => {
  const verdicts: VerdictKind[] = [];
  for (const [index, job] of jobs.entries()) {
    if (options.isBatch) options.display.showPicture({ index, count: jobs.length, file: job.file });
    try {
      verdicts.push(await inspectJob(job, options));
    } catch (error) {
      if (!options.isBatch || !isAboutThePicture(error, options.context)) throw error;
      options.display.clear();
      printFailure(error, options.context, job.file);
    }
  }
  return verdicts;
};

const inspectJob = async (job: InspectJob, options: BatchOptions): Promise<VerdictKind> => {
  const { inspector, display, product } = options;
  const input = await inputOf(job, options);
  const inspection = await inspector.inspect(input, display.progress);
  product.sayUsed(inspection.product);
  await deliver(inspection, options);
  return inspection.verdict.kind;
};

/** The pictures are read first: a missing file is told before the demo product is built. */
const inputOf = async (
  { images }: InspectJob,
  { product, reference, context }: BatchOptions,
): Promise<InspectInput> => {
  const named = await Promise.all(
    images.map(async ({ path, ...view }) => ({ ...(await readNamed(path, context.words)), ...view })),
  );
  const chosen = await product.choose();
  return {
    images: named,
    language: context.language,
    ...(chosen === undefined ? {} : { product: chosen }),
    ...(reference === undefined ? {} : { reference }),
  };
};

/** A person reads the verdict first; a program gets the document only when the files are there. */
const deliver = async (inspection: Inspection, options: BatchOptions): Promise<void> => {
  const { inspector, display, context, folderOf } = options;
  const { io, isJson, words } = context;
  if (io.stdout.isTTY) display.clear();
  if (!isJson) print(io, inspector.inspections.text(inspection, { colour: isColourful(context) }));
  const folder = folderOf(inspection);
  if (folder !== undefined) await writeResult({ folder, inspection }, inspector, words);
  if (isJson) printJson(io, inspection);
  if (!isJson && folder !== undefined) print(io, words.inspect.written(join(folder, REPORT_FILE)));
};

/** https://no-color.org */
const isColourful = ({ io }: Context): boolean => Boolean(io.stdout.isTTY) && !io.environment.NO_COLOR;

const PICTURE_ERRORS: ReadonlySet<ErrorCode> = new Set([
  "file_not_found",
  "file_unreadable",
  "image_unreadable",
  "image_damaged",
  "image_too_large",
  "image_too_small",
]);

/** A fault of Gumsa itself counts as well: the next picture may not meet it. */
const isAboutThePicture = (error: unknown, { io }: Context): boolean =>
  !io.signal.aborted && (!(error instanceof GumsaError) || PICTURE_ERRORS.has(error.code));
