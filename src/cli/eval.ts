// `gumsa eval`: each suite is a command with its own options. Suites are loaded only when this command is used.
import { join } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { Suite } from "../../evals/suite.ts";
import type { Context } from "./context.ts";
import { evalEvents } from "./eval-progress.ts";
import { answer, note, print, printJson } from "./output.ts";
import { createProgress } from "./progress.ts";

interface CommonOptions {
  readonly out?: string;
  readonly seed: number;
  readonly limit?: number;
}

const DEFAULT_FOLDER = "gumsa-out";
const DEFAULT_SEED = 7;

export const addEvalCommand = (program: Command, context: Context): void => {
  const command = program.command("eval").description(context.words.help.eval.does);
  program.hook("preSubcommand", async (_, used) => {
    if (used === command) await addSuites(command, context);
  });
};

const addSuites = async (command: Command, context: Context): Promise<void> => {
  const { loadSuites } = await import("../../evals/suites.ts");
  for (const suite of await loadSuites()) addSuite(command, suite, context);
  addCompare(command, context);
};

const addSuite = (command: Command, suite: Suite, context: Context): void => {
  const { words, language } = context;
  const added = command.command(suite.name).description(suite.describes[language]);
  for (const { flags, describes } of suite.flags) added.option(flags, describes[language]);
  added
    .option("--out <folder>", words.help.eval.out)
    .option("--seed <number>", words.help.eval.seed, parseCount(context, 0), DEFAULT_SEED)
    .option("--limit <count>", words.help.eval.limit, parseCount(context, 1))
    .action(({ out, seed, limit, ...settings }: CommonOptions & Record<string, unknown>) =>
      evaluate(
        suite,
        {
          settings,
          common: { seed, ...(out !== undefined && { out }), ...(limit !== undefined && { limit }) },
        },
        context,
      ),
    );
};

const evaluate = async (
  suite: Suite,
  { settings, common }: { settings: Record<string, unknown>; common: CommonOptions },
  context: Context,
): Promise<void> => {
  const { io, isJson, language, words } = context;
  const folder = common.out ?? (isJson ? undefined : join(DEFAULT_FOLDER, `eval-${suite.name}`));
  const { runSuite, documentOf, recordText, PAGE_FILE } = await loadHarness();
  using display = createProgress(context);
  const result = await runSuite({
    suite,
    settings,
    folder,
    seed: common.seed,
    limit: common.limit,
    language,
    openInspector: context.openInspector,
    signal: io.signal,
    events: evalEvents(display, context),
  }).finally(() => {
    if (io.signal.aborted && folder !== undefined) note(io, words.eval.goesOn(folder));
  });
  display.clear();
  if (isJson) return printJson(io, documentOf(result.record));
  print(io, recordText(result.record, suite, language));
  if (folder !== undefined) print(io, words.inspect.written(join(folder, PAGE_FILE)));
};

/** Apart from its user: tsc leaves an import's ending as it is where a `using` stands beside it. */
const loadHarness = async () => ({
  ...(await import("../../evals/run.ts")),
  ...(await import("../../evals/document.ts")),
  ...(await import("../../evals/text.ts")),
  ...(await import("../../evals/write-run.ts")),
});

const addCompare = (command: Command, context: Context): void => {
  const { compare } = context.words.help.eval;
  command
    .command("compare")
    .description(compare.does)
    .argument("<before>", compare.before)
    .argument("<after>", compare.after)
    .action(async (before: string, after: string) => {
      const { readRecord } = await import("../../evals/record.ts");
      const { compareRuns } = await import("../../evals/compare.ts");
      const { comparisonText } = await import("../../evals/comparison-text.ts");
      const { suiteOf } = await import("../../evals/suites.ts");
      const [first, second] = [await readRecord(before), await readRecord(after)];
      const suite = await suiteOf(first.suite);
      const comparison = compareRuns([first, second], suite);
      answer(context, comparison, () => comparisonText(comparison, suite, context.language));
    });
};

const parseCount =
  ({ words }: Context, lowest: number) =>
  (text: string): number => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= lowest) return count;
    throw new InvalidArgumentError(words.eval.countInvalid(lowest));
  };
