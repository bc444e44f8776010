import type { Command } from "commander";
import type { Manual } from "../domain/manual.ts";
import { type ErrorCode, GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { readNamed } from "./files.ts";
import { addCoverageCommand } from "./manuals-coverage.ts";
import { addSearchCommand } from "./manuals-search.ts";
import { answer, note } from "./output.ts";
import { namedOrOnlyProduct } from "./product-choice.ts";
import { manualLine } from "./product-text.ts";
import { createProgress } from "./progress.ts";

interface ProductOption {
  readonly product?: string;
}

export const addManualsCommand = (program: Command, context: Context): void => {
  const words = context.words.help.manuals;
  const manuals = program.command("manuals").description(words.does);
  manuals
    .command("add")
    .description(words.add)
    .argument("<pdf...>", words.pdf)
    .option("--product <id>", words.ofProduct)
    .action((paths: string[], { product }: ProductOption) => add(product, paths, context));
  manuals
    .command("list")
    .description(words.list)
    .option("--product <id>", words.ofProduct)
    .action(({ product }: ProductOption) => list(product, context));
  manuals
    .command("remove")
    .description(words.remove)
    .argument("<document>", words.document)
    .option("--product <id>", words.ofProduct)
    .action((document: string, { product }: ProductOption) => remove(product, document, context));
  addSearchCommand(manuals, context);
  addCoverageCommand(manuals, context);
};

const add = async (
  product: string | undefined,
  paths: readonly string[],
  context: Context,
): Promise<void> => {
  const files = await Promise.all(paths.map((path) => readNamed(path, context.words)));
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const id = await namedOrOnlyProduct(product, inspector, context);
  const added: Manual[] = [];
  for (const file of files) {
    try {
      added.push(...(await inspector.manuals.add(id, [file], display.progress)));
    } catch (error) {
      display.clear();
      const before = added.map(({ document }) => document).join(", ");
      if (before !== "") note(context.io, context.words.manuals.kept(before));
      throw refusal(error, file.fileName, context);
    }
  }
  display.clear();
  answer(context, added, () => manualsText(added, context));
};

/** Why the PDF was not taken, in the user's language. */
const refusal = (error: unknown, fileName: string, { words }: Context): unknown => {
  if (!(error instanceof GumsaError)) return error;
  const refused: Partial<Record<ErrorCode, { message: (file: string) => string; hint: string }>> =
    words.manuals.refused;
  const told = refused[error.code];
  if (told === undefined) return error;
  return new GumsaError(error.code, told.message(fileName), { hint: told.hint, cause: error });
};

/** Without a product: those of every one. */
const list = async (product: string | undefined, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const products = product === undefined ? await idsOfProducts(inspector) : [product];
  const manuals: Manual[] = [];
  for (const id of products) manuals.push(...(await inspector.manuals.list(id)));
  answer(context, manuals, () => manualsText(manuals, context));
};

const remove = async (product: string | undefined, document: string, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const id = await namedOrOnlyProduct(product, inspector, context);
  const removed = await inspector.manuals.remove(id, document);
  answer(context, removed, () => context.words.manuals.removed(removed.document));
};

const idsOfProducts = async (inspector: Inspector): Promise<string[]> =>
  (await inspector.products.list()).map(({ id }) => id);

const manualsText = (manuals: readonly Manual[], { words }: Context): string =>
  manuals.length > 0
    ? manuals.map((manual) => `${manual.product}  ${manualLine(manual, words)}`).join("\n")
    : words.manuals.none;
