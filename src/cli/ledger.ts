// What a result folder holds already: one line a finished picture, written after its result. A run that was
// ended goes on with the next one; a line that was cut off counts for nothing.
import { createHash } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { Inspection } from "../domain/inspection.ts";
import { writeError } from "./files.ts";
import type { Words } from "./messages.ts";
import { RESULT_FILE } from "./pictures.ts";

const LEDGER_FILE = ".gumsa-done.jsonl";
const Line = z.object({ key: z.string(), folder: z.string() });

/** Everything on which a result depends that may change between two runs. */
export interface Asked {
  readonly product: string | null;
  readonly bank: string | undefined;
  readonly language: string;
  readonly writer: string | undefined;
  readonly opinion: string | true | undefined;
  readonly reference: string | undefined;
  readonly phrases?: readonly string[] | undefined;
  readonly grounder?: string | undefined;
}

export const keyOf = (picture: Uint8Array, asked: Asked): string =>
  createHash("sha256").update(picture).update(JSON.stringify(asked)).digest("hex");

export interface Ledger {
  /** The inspection of that key, where its result is still there and whole. */
  readonly find: (key: string) => Promise<Inspection | undefined>;
  /** `folder`: its name within the ledger's own. */
  readonly note: (key: string, folder: string) => Promise<void>;
}

/** `out`: the folder of results; it need not be there yet. */
export const openLedger = async (out: string, words: Words): Promise<Ledger> => {
  const file = join(out, LEDGER_FILE);
  const done = new Map(linesOf(await readFile(file, "utf8").catch(() => "")));
  return {
    find: async (key) => {
      const folder = done.get(key);
      return folder === undefined ? undefined : readInspection(join(out, folder, RESULT_FILE));
    },
    // The line break comes first: whatever was cut off before does not spoil this line.
    note: (key, folder) =>
      appendFile(file, `\n${JSON.stringify({ key, folder })}`).catch((cause: unknown) => {
        throw writeError(file, cause, words);
      }),
  };
};

const linesOf = (text: string): [string, string][] =>
  text.split("\n").flatMap((line) => {
    const parsed = Line.safeParse(parseJson(line));
    return parsed.success ? [[parsed.data.key, parsed.data.folder]] : [];
  });

const readInspection = async (path: string): Promise<Inspection | undefined> =>
  Inspection.safeParse(parseJson(await readFile(path, "utf8").catch(() => ""))).data;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // not whole: as if it were not there
  }
};
