import { type Command, InvalidArgumentError } from "commander";
import type { FoundCases } from "../domain/found-cases.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { namedOrOnlyProduct } from "./product-choice.ts";
import { createProgress } from "./progress.ts";

interface SearchOptions {
  readonly product?: string;
  readonly count: number;
}

const DEFAULT_COUNT = 5;
const HIGHEST_COUNT = 50;

export const addCasesSearch = (cases: Command, context: Context): void => {
  const words = context.words.help.cases;
  cases
    .command("search")
    .description(words.search)
    .argument("<words...>", words.words)
    .option("--product <id>", words.ofProduct)
    .option("--count <count>", words.count, parseCount(context), DEFAULT_COUNT)
    .action((asked: string[], options: SearchOptions) => search(asked.join(" "), options, context));
};

const search = async (
  words: string,
  { product: named, count }: SearchOptions,
  context: Context,
): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const product = await namedOrOnlyProduct(named, inspector, context);
  const found = await inspector.cases.search({ product, words, count }, display.progress);
  display.clear();
  answer(context, found, () => foundText(found, context));
};

const foundText = ({ types, unused, model, cases }: FoundCases, { words }: Context): string => {
  const lines = cases.map(({ id, fileName, similarity }) =>
    [id, fileName, ...(similarity === undefined ? [] : [similarity.toFixed(3)])].join("  "),
  );
  return [
    ...(lines.length > 0 ? lines : [words.cases.nothingFound]),
    ...(types.length > 0 ? [words.cases.ofTypes(types.join(", "))] : []),
    ...(unused.length > 0 ? [words.cases.unused(unused.join(" "))] : []),
    ...(model === null ? [`${words.cases.withoutModel} gumsa models pull clip-vit-b-32`] : []),
  ].join("\n");
};

const parseCount =
  ({ words }: Context) =>
  (text: string): number => {
    const count = Number(text);
    if (Number.isInteger(count) && count >= 1 && count <= HIGHEST_COUNT) return count;
    throw new InvalidArgumentError(words.cases.countInvalid);
  };
