import { mkdir, writeFile } from "node:fs/promises";
import { join, parse } from "node:path";
import { type Command, InvalidArgumentError } from "commander";
import type { FoundPassage, ManualAnswer } from "../domain/manual-answer.ts";
import type { Inspector } from "../inspector.ts";
import type { Context } from "./context.ts";
import { writeError } from "./files.ts";
import { answer, note } from "./output.ts";
import { namedOrOnlyProduct } from "./product-choice.ts";
import { createProgress } from "./progress.ts";

interface SearchOptions {
  readonly product?: string;
  readonly limit: number;
  readonly pages?: string;
}

const DEFAULT_LIMIT = 5;
const HIGHEST_LIMIT = 50;

export const addSearchCommand = (manuals: Command, context: Context): void => {
  const words = context.words.help.manuals;
  manuals
    .command("search")
    .description(words.search)
    .argument("<question...>", words.question)
    .option("--product <id>", words.ofProduct)
    .option("--limit <count>", words.limit, parseLimit(context), DEFAULT_LIMIT)
    .option("--pages <folder>", words.pages)
    .action((question: string[], options: SearchOptions) => search(question.join(" "), options, context));
};

const search = async (question: string, options: SearchOptions, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const id = await namedOrOnlyProduct(options.product, inspector, context);
  const found = await inspector.manuals.search(id, question, options.limit, display.progress);
  display.clear();
  const { words } = context;
  if (found.retrieval.vectors === "away") note(context.io, words.manuals.modelAway(found.retrieval));
  if (options.pages !== undefined) await writePages(found.passages, options.pages, { inspector, context });
  answer(context, found, () => answerText(found, id, context));
};

const answerText = ({ passages }: ManualAnswer, product: string, context: Context): string =>
  passages.length > 0
    ? passages.map((passage) => passageText(passage, context)).join("\n\n")
    : context.words.manuals.notFound(product);

const passageText = (passage: FoundPassage, { words }: Context): string =>
  [
    `${words.manuals.place(passage)}, SHA-256 ${passage.documentId.slice("sha256:".length, 19)}`,
    passage.headings.join(" > "),
    passage.quotation,
  ]
    .filter((line) => line !== "")
    .join("\n  ");

/** One picture a passage, numbered as they were found. */
const writePages = async (
  passages: readonly FoundPassage[],
  folder: string,
  { inspector, context }: { inspector: Inspector; context: Context },
): Promise<void> => {
  for (const [index, { document, documentId, page, quotation }] of passages.entries()) {
    const { png } = await inspector.manuals.page(documentId, page, {
      quote: quotation,
      signal: context.io.signal,
    });
    const path = join(folder, `${index + 1}-${parse(document).name}-p${page}.png`);
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(path, png);
    } catch (cause) {
      throw writeError(path, cause, context.words);
    }
    note(context.io, path);
  }
};

const parseLimit =
  ({ words }: Context) =>
  (text: string): number => {
    const limit = Number(text);
    if (Number.isInteger(limit) && limit >= 1 && limit <= HIGHEST_LIMIT) return limit;
    throw new InvalidArgumentError(words.manuals.limitInvalid(HIGHEST_LIMIT));
  };
