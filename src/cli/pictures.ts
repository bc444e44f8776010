// Which files of a folder are pictures. Left out are hidden files (macOS puts `._name.jpg` beside
// `name.jpg`) and folders that an inspection was written to.
import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { GumsaError } from "../errors.ts";
import { readError } from "./files.ts";
import type { Words } from "./messages.ts";

const EXTENSIONS = new Set([".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".avif"]);

/** A result folder always holds this file (`writeResult`). */
export const RESULT_FILE = "inspection.json";

/** The paths of all pictures in and below the folder, sorted. Throws `folder_without_pictures`. */
export const listPictures = async (folder: string, words: Words): Promise<string[]> => {
  const pictures = await findPictures(folder, words);
  if (pictures.length === 0) {
    throw new GumsaError("folder_without_pictures", words.files.noPictures(folder), {
      hint: words.files.noPicturesHint([...EXTENSIONS].join(" ")),
    });
  }
  return pictures;
};

/** Likewise, and none where there is none. */
export const findPictures = async (folder: string, words: Words): Promise<string[]> =>
  picturesOf(folder, await entriesOf(folder, words), words);

const picturesOf = async (folder: string, entries: readonly Dirent[], words: Words): Promise<string[]> => {
  const found = entries
    .filter((entry) => !entry.name.startsWith("."))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? picturesBelow(path, words) : isPictureName(entry.name) ? [path] : [];
    });
  return (await Promise.all(found)).flat();
};

const picturesBelow = async (folder: string, words: Words): Promise<string[]> => {
  const entries = await entriesOf(folder, words);
  return entries.some(({ name }) => name === RESULT_FILE) ? [] : picturesOf(folder, entries, words);
};

export const isPictureName = (name: string): boolean => EXTENSIONS.has(extname(name).toLowerCase());

const entriesOf = async (folder: string, words: Words): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (cause) {
    throw readError(folder, cause, words);
  }
};
