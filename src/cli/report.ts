import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { REPORT_FORMATS } from "../domain/report-format.ts";
import type { RenderOptions } from "../inspector.ts";
import type { Context } from "./context.ts";
import { writeError } from "./files.ts";
import { answer } from "./output.ts";

interface ReportOptions {
  readonly format: RenderOptions["format"];
  readonly out?: string;
}

export const addReportCommand = (program: Command, context: Context): void => {
  const words = context.words.help.report;
  program
    .command("report")
    .description(words.does)
    .argument("<inspection>", words.inspection)
    .addOption(new Option("--format <format>", words.format).choices(REPORT_FORMATS).default("pdf"))
    .option("--out <file>", words.out)
    .action((inspection: string, options: ReportOptions) => writeReport(inspection, options, context));
};

/** The report's own language unless one was asked for with `--lang`. */
const writeReport = async (id: string, { format, out }: ReportOptions, context: Context): Promise<void> => {
  await using inspector = await context.openInspector();
  const inspection = await inspector.inspections.get(id);
  const language = context.isLanguageAsked ? context.language : inspection.report.language;
  const bytes = await inspector.inspections.render(inspection, { format, language });
  if (out === undefined && isText(format) && !context.isJson) {
    context.io.stdout.write(new TextDecoder().decode(bytes));
    return;
  }
  const file = out ?? `${id}.${language}.${format}`;
  try {
    await writeFile(file, bytes);
  } catch (cause) {
    throw writeError(file, cause, context.words);
  }
  answer(context, { inspection: id, format, language, file, sizeBytes: bytes.length }, () =>
    context.words.report.written(file),
  );
};

/** Fit for a terminal or a pipe; a PDF and a page with pictures go into a file. */
const isText = (format: RenderOptions["format"]): boolean => format === "md" || format === "json";
