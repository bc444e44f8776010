// One picture (or one part of several views): read, inspected unless its result is there, and told.
import { basename, join } from "node:path";
import type { Inspection } from "../domain/inspection.ts";
import type { InspectInput, Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { eventNotes } from "./event-notes.ts";
import { readNamed } from "./files.ts";
import type { InspectJob } from "./inspect-jobs.ts";
import { print, printJson } from "./output.ts";
import type { ProductChoice } from "./product-choice.ts";
import type { ProgressDisplay } from "./progress.ts";
import { REPORT_FILE, writeResult } from "./result-folder.ts";
import type { Resumption } from "./resumption.ts";

export interface InspectOne {
  readonly context: Context;
  readonly inspector: Inspector;
  readonly display: ProgressDisplay;
  readonly product: ProductChoice;
  /** What is asked of every picture. */
  readonly asked: Pick<
    InspectInput,
    "writer" | "opinion" | "reference" | "deadlineMs" | "phrases" | "grounder"
  >;
  /** Where an inspection is written to, if anywhere. */
  readonly folderOf: (inspection: Inspection) => string | undefined;
  /** What earlier runs have finished, where that is kept. */
  readonly resumption?: Resumption | undefined;
}

export interface Result {
  readonly inspection: Inspection;
  /** By which the next run finds it. */
  readonly key: string | undefined;
  /** It was there already. */
  readonly isFound: boolean;
}

/** The pictures are read first: a missing file is told before the demo product is built. */
export const inspectOne = async ({ images }: InspectJob, options: InspectOne): Promise<Result> => {
  const { inspector, display, product, context, asked, resumption } = options;
  const named = await Promise.all(
    images.map(async ({ path, ...view }) => ({ ...(await readNamed(path, context.words)), ...view })),
  );
  const chosen = await product.choose();
  const key = await resumption?.keyOf(named, chosen);
  const found = key === undefined ? undefined : await resumption?.ledger.find(key);
  if (found) return { inspection: found, key, isFound: true };
  const input = { images: named, language: context.language, ...asked };
  const inspection = await inspector.inspect(chosen === undefined ? input : { ...input, product: chosen }, {
    ...display.progress,
    ...(asked.deadlineMs !== undefined && { onEvent: eventNotes(context) }),
  });
  return { inspection, key, isFound: false };
};

/** A person reads the verdict first; a program gets the document only when the files are there. */
export const deliver = async (result: Result, options: InspectOne): Promise<void> => {
  const { inspection, key, isFound } = result;
  const { inspector, display, context, folderOf, product, resumption } = options;
  const { io, isJson, words } = context;
  product.sayUsed(inspection.product);
  if (isFound) return isJson ? printJson(io, inspection) : undefined;
  if (io.stdout.isTTY) display.clear();
  if (!isJson) print(io, inspector.inspections.text(inspection, { colour: isColourful(context) }));
  const folder = folderOf(inspection);
  if (folder !== undefined) await writeResult({ folder, inspection }, inspector, words);
  if (folder !== undefined && key !== undefined) await resumption?.ledger.note(key, basename(folder));
  if (isJson) printJson(io, inspection);
  if (!isJson && folder !== undefined) print(io, words.inspect.written(join(folder, REPORT_FILE)));
};

/** https://no-color.org */
const isColourful = ({ io }: Context): boolean => Boolean(io.stdout.isTTY) && !io.environment.NO_COLOR;
