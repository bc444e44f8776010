// Writes sets that other programs read. `finetune`: pairs of instruction and answer for training/qlora.
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Command } from "commander";
import { FinetunePair } from "../domain/finetune-pair.ts";
import { GumsaError } from "../errors.ts";
import type { FinetuneInput, NamedBytes } from "../inspector.ts";
import type { Context } from "./context.ts";
import { readBytes, writeError } from "./files.ts";
import { answer } from "./output.ts";
import { createProgress } from "./progress.ts";

interface FinetuneOptions extends FinetuneInput {
  readonly out: string;
  readonly with?: string;
}

export const addExportCommand = (program: Command, context: Context): void => {
  const words = context.words.help.export;
  program
    .command("export")
    .description(words.does)
    .command("finetune")
    .description(words.finetune)
    .requiredOption("--out <folder>", words.out)
    .option("--product <id>", words.product)
    .option("--base <profile>", words.base)
    .option("--with <file>", words.with)
    .action((options: FinetuneOptions) => exportFinetune(options, context));
};

const exportFinetune = async (options: FinetuneOptions, context: Context): Promise<void> => {
  const { out } = options;
  const pairs = options.with === undefined ? [] : await readPairs(options.with, context);
  await using inspector = await context.openInspector();
  using display = createProgress(context);
  for await (const { pair, pictures } of inspector.finetunePairs(options, display.progress)) {
    for (const picture of pictures) await write(out, picture, context);
    pairs.push(pair);
  }
  const counts = { train: 0, test: 0 };
  for (const split of ["train", "test"] as const) {
    const lines = pairs.filter((pair) => pair.split === split).map((pair) => JSON.stringify(pair));
    counts[split] = lines.length;
    const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(""));
    await write(out, { fileName: `${split}.jsonl`, bytes }, context);
  }
  answer(context, { out, ...counts }, () => context.words.export.written(out, counts.train, counts.test));
};

const write = async (folder: string, { fileName, bytes }: NamedBytes, { words }: Context): Promise<void> => {
  const path = join(folder, fileName);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, bytes);
  } catch (cause) {
    throw writeError(folder, cause, words);
  }
};

/** Pairs from elsewhere, such as degradation diagnoses; their pictures lie in the folder already. */
const readPairs = async (path: string, { words }: Context): Promise<FinetunePair[]> => {
  const text = new TextDecoder().decode(await readBytes(path, words));
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line, index) => {
      const parsed = FinetunePair.safeParse(parsedJson(line));
      if (parsed.success) return parsed.data;
      throw new GumsaError("usage_invalid", words.export.pairInvalid(path, index + 1));
    });
};

const parsedJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined; // the schema refuses it
  }
};
