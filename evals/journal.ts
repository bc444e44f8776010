// What a run has measured so far: one line an item, so that a killed run goes on where it was. Each line's key
// holds everything that its result depends on; lines of other data, settings or versions count for nothing.
import { createHash } from "node:crypto";
import { appendFile, mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";

const Line = z.object({ key: z.string(), result: z.json() });

export interface Journal {
  /** When the first run with this fingerprint began. */
  readonly startedAt: string;
  /** The result of an item that was measured before. */
  readonly find: (item: string) => unknown;
  readonly note: (item: string, result: unknown) => Promise<void>;
}

/** `fingerprint`: everything on which every result depends. */
export const openJournal = async (file: string, fingerprint: unknown): Promise<Journal> => {
  await mkdir(dirname(file), { recursive: true });
  const found = new Map(linesOf(await readFile(file, "utf8").catch(() => "")));
  const keyOf = (item: string): string =>
    createHash("sha256")
      .update(JSON.stringify([fingerprint, item]))
      .digest("hex")
      .slice(0, 32);
  // The line break comes first: whatever was cut off before does not spoil this line.
  const note = (item: string, result: unknown): Promise<void> =>
    appendFile(file, `\n${JSON.stringify({ key: keyOf(item), result })}`);
  const START = ""; // no item has an empty id
  const started = z.string().safeParse(found.get(keyOf(START))).data;
  const startedAt = started ?? new Date().toISOString();
  if (started === undefined) await note(START, startedAt);
  return { startedAt, find: (item) => found.get(keyOf(item)), note };
};

const linesOf = (text: string): [string, unknown][] =>
  text.split("\n").flatMap((line) => {
    const parsed = Line.safeParse(parseJson(line));
    return parsed.success ? [[parsed.data.key, parsed.data.result]] : [];
  });

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // cut off: as if it were not there
  }
};
