import { type Command, InvalidArgumentError, Option } from "commander";
import { InspectionFilter } from "../domain/inspection-filter.ts";
import { VERDICTS } from "../domain/verdict.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { statsText } from "./stats-text.ts";

export const addStatsCommand = (program: Command, context: Context): void => {
  const words = context.words.help.stats;
  program
    .command("stats")
    .description(words.does)
    .option("--product <id>", words.product, parse("product", context))
    .addOption(new Option("--verdict <verdict>", words.verdict).choices(VERDICTS))
    .option("--type <code>", words.type, parse("type", context))
    .option("--model <name>", words.model, parse("model", context))
    .option("--rating <1..5>", words.rating, parse("rating", context))
    .option("--from <day>", words.from, parse("from", context))
    .option("--to <day>", words.to, parse("to", context))
    .option("--text <words>", words.text, parse("text", context))
    .action((filter: InspectionFilter) => count(filter, context));
};

const count = async (filter: InspectionFilter, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const stats = await inspector.stats(filter);
  answer(context, stats, () => statsText(stats, context.words));
};

/** What each option must be, by the name of its explanation. */
const KINDS = {
  product: "code",
  type: "code",
  model: "text",
  rating: "rating",
  from: "day",
  to: "day",
  text: "text",
} as const;

const parse =
  (name: keyof typeof KINDS, { words }: Context) =>
  (said: string): unknown => {
    const parsed = InspectionFilter.shape[name].safeParse(name === "rating" ? Number(said) : said);
    if (parsed.success) return parsed.data;
    throw new InvalidArgumentError(words.stats.invalid[KINDS[name]]);
  };
