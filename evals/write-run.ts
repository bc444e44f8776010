import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../src/domain/language.ts";
import { GumsaError } from "../src/errors.ts";
import { evaluationPage } from "./html/page.ts";
import type { RunResult } from "./record.ts";
import type { Suite } from "./suite.ts";

const RECORD_FILE = "record.json";
export const PAGE_FILE = "report.html";

/** The record and the page. Throws `folder_unwritable`, `store_full`. */
export const writeRun = async (
  result: RunResult,
  suite: Suite,
  { folder, language }: { folder: string; language: Language },
): Promise<void> => {
  const page = await evaluationPage(result, suite, language);
  await writeWhole(folder, RECORD_FILE, `${JSON.stringify(result.record)}\n`);
  await writeWhole(folder, PAGE_FILE, page);
};

export const makeFolder = (folder: string): Promise<unknown> =>
  mkdir(folder, { recursive: true }).catch((cause: unknown) => {
    throw unwritable(folder, cause);
  });

/** A name is there only when its whole content is. */
const writeWhole = async (folder: string, name: string, content: string): Promise<void> => {
  const partial = join(folder, `.${name}.partial`);
  try {
    await writeFile(partial, content);
    await rename(partial, join(folder, name));
  } catch (cause) {
    throw unwritable(folder, cause);
  }
};

const unwritable = (folder: string, cause: unknown): GumsaError => {
  const isFull = cause instanceof Error && "code" in cause && cause.code === "ENOSPC";
  const hint = "name another folder with --out";
  if (isFull)
    return new GumsaError("store_full", `There is no room left to write ${folder}.`, { hint, cause });
  return new GumsaError("folder_unwritable", `${folder} cannot be written.`, { hint, cause });
};
