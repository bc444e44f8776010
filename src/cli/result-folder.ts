// The folder that a person opens after an inspection: the pictures, the page, the record.
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Inspection, PICTURE_KINDS } from "../domain/inspection.ts";
import type { Inspector } from "../inspector.ts";
import { writeError } from "./files.ts";
import type { Words } from "./messages.ts";
import { RESULT_FILE } from "./pictures.ts";

export const REPORT_FILE = "report.html";

export interface ResultFolder {
  readonly folder: string;
  readonly inspection: Inspection;
}

/** Throws `store_full`, or `folder_unwritable` where the folder cannot be written. */
export const writeResult = async (
  { folder, inspection }: ResultFolder,
  inspector: Inspector,
  words: Words,
): Promise<void> => {
  const files = await resultFiles(inspection, inspector);
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of files) await writeFile(join(folder, name), content);
  } catch (cause) {
    throw writeError(folder, cause, words);
  }
};

const resultFiles = async (
  inspection: Inspection,
  inspector: Inspector,
): Promise<Map<string, string | Uint8Array>> => {
  const files = new Map<string, string | Uint8Array>([
    [RESULT_FILE, `${JSON.stringify(inspection, null, 2)}\n`],
    [REPORT_FILE, await inspector.inspections.html(inspection)],
  ]);
  for (const kind of [...PICTURE_KINDS, "source"] as const) {
    const bytes = await inspector.inspections.picture(inspection, kind);
    if (bytes) files.set(kind === "source" ? `source.${sourceExtension(inspection)}` : `${kind}.png`, bytes);
  }
  return files;
};

/** The formats whose files do not end in the format's own name. */
const EXTENSION_OF: Readonly<Record<string, string>> = { jpeg: "jpg", heif: "avif" };

const sourceExtension = ({ images }: Inspection): string => {
  const format = images[0]?.image.format ?? "bin";
  return EXTENSION_OF[format] ?? format;
};
