import { join } from "node:path";
import type { Command } from "commander";
import type { Inspection } from "../domain/inspection.ts";
import type { Context } from "./context.ts";
import { parseDuration } from "./duration.ts";
import { EXIT_CODES, exitCodeOf } from "./exit-code.ts";
import { inspectBatch } from "./inspect-batch.ts";
import { type InspectJob, listJobs } from "./inspect-jobs.ts";
import { deliver, type InspectOne, inspectOne } from "./inspect-one.ts";
import { createProductChoice, type ProductOption } from "./product-choice.ts";
import { createProgress } from "./progress.ts";
import { openResumption } from "./resumption.ts";

interface InspectOptions {
  readonly product?: ProductOption;
  readonly view?: readonly string[];
  readonly writer?: string;
  readonly opinion?: string | true;
  readonly deadline?: number;
  readonly reference?: string;
  readonly phrases?: string;
  readonly grounder?: string;
  readonly out?: string;
  readonly exitCode?: true;
}

const DEFAULT_FOLDER = "gumsa-out";

export const addInspectCommand = (program: Command, context: Context): void => {
  const words = context.words.help.inspect;
  program
    .command("inspect")
    .description(words.does)
    .argument("[picture...]", words.pictures)
    .option("--product <id>", words.product)
    .option("--no-product", words.noProduct)
    .option("--view <view=file...>", words.view)
    .option("--writer <name>", words.writer)
    .option("--opinion [name]", words.opinion)
    .option("--deadline <time>", context.words.help.deadline, parseDuration(context))
    .option("--reference <id>", words.reference)
    .option("--phrases <list>", words.phrases)
    .option("--grounder <name>", words.grounder)
    .option("--out <folder>", words.out)
    .option("--exit-code", words.exitCode)
    .action(async (paths: string[], options: InspectOptions) => {
      context.outcome.exitCode = await inspect(paths, options, context);
    });
};

const inspect = async (
  paths: readonly string[],
  options: InspectOptions,
  context: Context,
): Promise<number> => {
  const { jobs, isBatch } = await listJobs({ paths, views: options.view ?? [] }, context.words);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const product = createProductChoice(options.product, { inspector, context, display });
  const asked = askedOf(options, options.writer ?? (await inspector.writers.current()));
  const folderOf = folderNaming(options, { isBatch, isJson: context.isJson });
  const { out } = options;
  const resumption =
    isBatch && out !== undefined ? await openResumption({ out, asked, inspector, context }) : undefined;
  const one: InspectOne = { context, inspector, display, product, asked, folderOf, resumption };
  const inspections = isBatch ? await inspectBatch(jobs, one) : await inspectAlone(jobs, one);
  if (inspections.length < jobs.length) return EXIT_CODES.error;
  return options.exitCode ? exitCodeOf(inspections.map(({ verdict }) => verdict.kind)) : EXIT_CODES.done;
};

/** The one picture that was named must work. */
const inspectAlone = async (jobs: readonly InspectJob[], options: InspectOne): Promise<Inspection[]> => {
  const inspections: Inspection[] = [];
  for (const job of jobs) {
    const result = await inspectOne(job, options);
    await deliver(result, options);
    inspections.push(result.inspection);
  }
  return inspections;
};

const askedOf = (
  { opinion, reference, deadline, phrases, grounder }: InspectOptions,
  writer: string,
): InspectOne["asked"] => ({
  writer,
  ...(deadline !== undefined && { deadlineMs: deadline }),
  ...(reference !== undefined && { reference }),
  ...(phrases !== undefined && { phrases: phrases.split(",").map((phrase) => phrase.trim()) }),
  ...(grounder !== undefined && { grounder }),
  ...(opinion !== undefined && { opinion }),
});

/** A batch gets one folder an inspection; with `--json` nothing is written unless it is asked for. */
const folderNaming =
  (
    { out }: InspectOptions,
    { isBatch, isJson }: { isBatch: boolean; isJson: boolean },
  ): InspectOne["folderOf"] =>
  ({ id }) => {
    if (out === undefined) return isJson ? undefined : join(DEFAULT_FOLDER, id);
    return isBatch ? join(out, id) : out;
  };
