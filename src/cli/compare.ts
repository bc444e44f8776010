import type { Command } from "commander";
import type { Comparison, WriterDifference, WrittenReport } from "../domain/comparison.ts";
import { SECTIONS, type Sentence } from "../domain/report.ts";
import type { Context } from "./context.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

export const addCompareCommand = (program: Command, context: Context): void => {
  const words = context.words.help.compare;
  program
    .command("compare")
    .description(words.does)
    .argument("<inspection>", words.inspection)
    .requiredOption("--writers <names>", words.writers)
    .action((inspection: string, { writers }: { writers: string }) => compare(inspection, writers, context));
};

const compare = async (inspection: string, names: string, context: Context): Promise<void> => {
  const writers = [...new Set(names.split(",").map((name) => name.trim()))].filter(Boolean);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  const input = { inspection, writers, language: context.language };
  const comparison = await inspector.compare(input, display.progress);
  answer(context, comparison, () => comparisonText(comparison, context));
};

const comparisonText = ({ reports, differences }: Comparison, context: Context): string =>
  [
    ...reports.map((written) => writtenText(written, context)),
    ...differences.map((one) => differenceText(one, context)),
  ].join("\n\n");

const writtenText = ({ writer, report, durationMs }: WrittenReport, { words }: Context): string => {
  const { compare } = words;
  const lines = [
    `── ${writer} · ${(durationMs / 1000).toFixed(2)} s · ${compare.removed(report.removed.length)}`,
  ];
  if (report.fallback) lines.push(`  ${compare.fallback(report.fallback.code, report.fallback.reason)}`);
  for (const section of SECTIONS) {
    lines.push(`  ${compare.sections[section]}`, ...report.sections[section].map(sentenceText));
  }
  for (const { text, reason } of report.removed) lines.push(`  ✗ ${text} (${reason})`);
  return lines.join("\n");
};

const differenceText = (
  { writer, against, onlyHere, onlyThere, evidenceLeftOut }: WriterDifference,
  { words: { compare } }: Context,
): string => {
  const title = compare.difference(writer, against, onlyHere.length, onlyThere.length);
  return evidenceLeftOut.length > 0 ? `${title}\n  ${compare.leftOut(evidenceLeftOut.join(" "))}` : title;
};

const sentenceText = ({ text, evidence }: Sentence): string => `    - ${text} [${evidence.join(" ")}]`;
