import { type Command, InvalidArgumentError } from "commander";
import type { Manual } from "../domain/manual.ts";
import type { Passage } from "../domain/passage.ts";
import type { Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { readNamed } from "./files.ts";
import { answer } from "./output.ts";
import { namedOrOnlyProduct } from "./product-choice.ts";
import { manualLine } from "./product-text.ts";
import { createProgress } from "./progress.ts";

interface SearchOptions {
  readonly product?: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 5;
const HIGHEST_LIMIT = 100;

export const addManualsCommand = (program: Command, context: Context): void => {
  const words = context.words.help.manuals;
  const manuals = program.command("manuals").description(words.does);
  manuals
    .command("add")
    .description(words.add)
    .argument("<product>", words.id)
    .argument("<pdf...>", words.pdf)
    .action((product: string, paths: string[]) => add(product, paths, context));
  manuals
    .command("list")
    .description(words.list)
    .option("--product <id>", words.ofProduct)
    .action(({ product }: { product?: string }) => list(product, context));
  manuals
    .command("search")
    .description(words.search)
    .argument("<question...>", words.question)
    .option("--product <id>", words.ofProduct)
    .option("--limit <count>", words.limit, parseLimit(context), DEFAULT_LIMIT)
    .action((question: string[], options: SearchOptions) => search(question.join(" "), options, context));
};

const add = async (product: string, paths: readonly string[], context: Context): Promise<void> => {
  const files = await Promise.all(paths.map((path) => readNamed(path, context.words)));
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const added = await inspector.manuals.add(product, files, display.progress);
  display.clear();
  answer(context, added, () => manualsText(added, context));
};

/** Without a product: those of every one. */
const list = async (product: string | undefined, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const products = product === undefined ? await idsOfProducts(inspector) : [product];
  const manuals: Manual[] = [];
  for (const id of products) manuals.push(...(await inspector.manuals.list(id)));
  answer(context, manuals, () => manualsText(manuals, context));
};

const idsOfProducts = async (inspector: Inspector): Promise<string[]> =>
  (await inspector.products.list()).map(({ id }) => id);

const search = async (
  question: string,
  { product, limit }: SearchOptions,
  context: Context,
): Promise<void> => {
  await using inspector = await context.openInspector();
  const id = await namedOrOnlyProduct(product, inspector, context);
  const passages = await inspector.manuals.search(id, question, limit);
  const { words } = context;
  answer(context, passages, () =>
    passages.length > 0
      ? passages.map((passage) => passageText(passage, context)).join("\n\n")
      : words.manuals.notFound(id),
  );
};

const manualsText = (manuals: readonly Manual[], { words }: Context): string =>
  manuals.length > 0
    ? manuals.map((manual) => `${manual.product}  ${manualLine(manual, words)}`).join("\n")
    : words.manuals.none;

const passageText = (
  { document, revision, page, headings, quotation }: Passage,
  { words }: Context,
): string =>
  [words.manuals.place({ document, revision, page }), headings.join(" > "), quotation]
    .filter((line) => line !== "")
    .join("\n  ");

const parseLimit =
  ({ words }: Context) =>
  (text: string): number => {
    const limit = Number(text);
    if (Number.isInteger(limit) && limit >= 1 && limit <= HIGHEST_LIMIT) return limit;
    throw new InvalidArgumentError(words.manuals.limitInvalid(HIGHEST_LIMIT));
  };
