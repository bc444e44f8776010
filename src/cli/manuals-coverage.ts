// The coverage of the manuals as a table: a row a defect type, a column a section, documents and pages in between;
// below it what is missing, for the author of the manual.
import type { Command } from "commander";
import type { Coverage, CoveredPlace } from "../domain/coverage.ts";
import { MANUAL_SECTIONS } from "../domain/evidence.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { namedOrOnlyProduct } from "./product-choice.ts";
import { tableText } from "./table.ts";

export const addCoverageCommand = (manuals: Command, context: Context): void => {
  const words = context.words.help.manuals;
  manuals
    .command("coverage")
    .description(words.coverage)
    .option("--product <id>", words.ofProduct)
    .action(({ product }: { product?: string }) => showCoverage(product, context));
};

const showCoverage = async (product: string | undefined, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const id = await namedOrOnlyProduct(product, inspector, context);
  const coverage = await inspector.manuals.coverage(id);
  answer(context, coverage, () => coverageText(coverage, context));
};

const coverageText = (coverage: Coverage, context: Context): string => {
  const { coverage: words } = context.words.manuals;
  if (coverage.types.length === 0) return words.noTypes(coverage.product);
  const numbers = new Map(coverage.manuals.map(({ documentId }, index) => [documentId, index + 1]));
  const header = [words.type, ...MANUAL_SECTIONS.map((section) => words.sections[section])];
  const rows = coverage.types.map((type) => [
    `${type.names[context.language]} (${type.code})`,
    ...MANUAL_SECTIONS.map((section) => cellText(type[section], numbers, context)),
  ]);
  const documents = coverage.manuals.map(
    ({ document, revision }, index) => `[${index + 1}] ${words.document(document, revision)}`,
  );
  return [...tableText([header, ...rows]), ...documents, ...gapLines(coverage, context)].join("\n");
};

const cellText = (
  places: readonly CoveredPlace[],
  numbers: ReadonlyMap<string, number>,
  { words }: Context,
): string =>
  places
    .map(
      ({ documentId, pages }) =>
        `[${numbers.get(documentId)}] ${words.manuals.coverage.pages(pages.join(", "))}`,
    )
    .join(" ") || words.manuals.coverage.gap;

const gapLines = ({ types, gaps, manuals }: Coverage, { words, language }: Context): string[] => {
  if (manuals.length === 0) return [words.manuals.none];
  const { coverage } = words.manuals;
  if (gaps.length === 0) return [coverage.complete];
  const lines = types.flatMap(({ code, names }) => {
    const missing = gaps.filter((gap) => gap.code === code).map(({ section }) => coverage.sections[section]);
    return missing.length > 0 ? [`  ${names[language]}: ${missing.join(", ")}`] : [];
  });
  return [coverage.gaps, ...lines];
};
