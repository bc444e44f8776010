import { join } from "node:path";
import type { Command } from "commander";
import type { Context } from "./context.ts";
import { EXIT_CODES, exitCodeOf } from "./exit-code.ts";
import { type BatchOptions, inspectBatch } from "./inspect-batch.ts";
import { listJobs } from "./inspect-jobs.ts";
import { createProductChoice, type ProductOption } from "./product-choice.ts";
import { createProgress } from "./progress.ts";

interface InspectOptions {
  readonly product?: ProductOption;
  readonly view?: readonly string[];
  readonly reference?: string;
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
    .option("--reference <id>", words.reference)
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
  const folderOf = folderNaming(options, { isBatch, isJson: context.isJson });
  const { reference } = options;
  const batch = { context, inspector, display, product, reference, folderOf, isBatch };
  const verdicts = await inspectBatch(jobs, batch);
  if (verdicts.length < jobs.length) return EXIT_CODES.error;
  return options.exitCode ? exitCodeOf(verdicts) : EXIT_CODES.done;
};

/** A batch gets one folder an inspection; with `--json` nothing is written unless it is asked for. */
const folderNaming =
  (
    { out }: InspectOptions,
    { isBatch, isJson }: { isBatch: boolean; isJson: boolean },
  ): BatchOptions["folderOf"] =>
  ({ id }) => {
    if (out === undefined) return isJson ? undefined : join(DEFAULT_FOLDER, id);
    return isBatch ? join(out, id) : out;
  };
