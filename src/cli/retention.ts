import { type Command, InvalidArgumentError } from "commander";
import { RetentionRules } from "../domain/retention.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";

type Rules = RetentionRules["pictures"];

export const addRetentionCommand = (program: Command, context: Context): void => {
  const words = context.words.help.retention;
  const retention = program.command("retention").description(words.does);
  retention
    .command("show")
    .description(words.show)
    .action(() => show(context));
  retention
    .command("set")
    .description(words.set)
    .option("--pictures <rules>", words.pictures, parseRules(context), {})
    .option("--inspections <rules>", words.inspections, parseRules(context), {})
    .action((rules: RetentionRules) => set(rules, context));
  retention
    .command("run")
    .description(words.run)
    .action(() => run(context));
};

const show = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  tell(await inspector.retention.rules(), context);
};

const set = async (rules: RetentionRules, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  await inspector.retention.setRules(rules);
  tell(rules, context);
};

const run = async (context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const outcome = await inspector.retention.run({ signal: context.io.signal });
  const { trimmed, removed, blobs, sizeBytes } = outcome;
  answer(context, outcome, () =>
    context.words.retention.ran({ trimmed, removed, blobs }, (sizeBytes / 1e6).toFixed(1)),
  );
};

const tell = (rules: RetentionRules, context: Context): void => {
  const words = context.words.retention;
  const lines = (kept: Rules, told: (verdict: string, days: number) => string): string[] =>
    Object.entries(kept).map(([verdict, days]) => told(verdict, days));
  answer(context, rules, () =>
    [
      ...lines(rules.pictures, words.pictures),
      ...lines(rules.inspections, words.inspections),
      words.kept,
    ].join("\n"),
  );
};

/** `pass=30,review=90`, in days. */
const parseRules =
  ({ words }: Context) =>
  (text: string): Rules => {
    const pairs = text.split(",").map((pair) => pair.split("="));
    const days = pairs.map(([verdict = "", days = ""]) => [verdict.trim(), Number(days.replace(/d$/, ""))]);
    const parsed = RetentionRules.shape.pictures.safeParse(Object.fromEntries(days));
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(words.retention.invalid);
  };
