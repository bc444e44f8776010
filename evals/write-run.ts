import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../src/domain/language.ts";
import { evaluationPage } from "./html/page.ts";
import type { RunResult } from "./run.ts";
import type { Suite } from "./suite.ts";

export const RECORD_FILE = "record.json";
export const PAGE_FILE = "report.html";

/** The record and the page; a name is there only when its whole content is. */
export const writeRun = async (
  result: RunResult,
  suite: Suite,
  { folder, language }: { folder: string; language: Language },
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await writeWhole(folder, RECORD_FILE, `${JSON.stringify(result.record)}\n`);
  await writeWhole(folder, PAGE_FILE, await evaluationPage(result, suite, language));
};

const writeWhole = async (folder: string, name: string, content: string): Promise<void> => {
  const partial = join(folder, `.${name}.partial`);
  await writeFile(partial, content);
  await rename(partial, join(folder, name));
};
