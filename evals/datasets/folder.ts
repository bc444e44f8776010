// Which files of a data set are pictures, and what a folder holds when it is not what was expected. Hidden files are
// left out: macOS puts `._name.jpg` beside `name.jpg`.
import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, extname, join, parse, relative } from "node:path";
import { GumsaError } from "../../src/errors.ts";
import type { DataFile } from "../suite.ts";

const EXTENSIONS = new Set([".png", ".jpg", ".jpeg", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".avif"]);
const MOST_TOLD = 8;

const isPictureName = (name: string): boolean =>
  !name.startsWith(".") && EXTENSIONS.has(extname(name).toLowerCase());

/** Pictures in and below the folder, sorted, named by their path within `root`; folders for which `skips` holds are left out. */
export const picturesBelow = async (
  folder: string,
  { root, skips = () => false }: { root: string; skips?: (path: string) => boolean },
): Promise<DataFile[]> => {
  const found: DataFile[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skips(path)) found.push(...(await picturesBelow(path, { root, skips })));
    if (entry.isFile() && isPictureName(entry.name)) found.push({ name: nameWithin(root, path), path });
  }
  return found;
};

/** Other files with one of the endings, down to so many folders below. */
export const filesBelow = async (
  folder: string,
  { root, endings, depth }: { root: string; endings: readonly string[]; depth: number },
): Promise<DataFile[]> => {
  const found: DataFile[] = [];
  for (const entry of await entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth > 0)
      found.push(...(await filesBelow(path, { root, endings, depth: depth - 1 })));
    const isWanted = endings.includes(extname(entry.name).toLowerCase());
    if (entry.isFile() && isWanted) found.push({ name: nameWithin(root, path), path });
  }
  return found;
};

/** Names of visible folders in the folder, sorted. */
export const foldersIn = async (folder: string): Promise<string[]> =>
  (await entriesOf(folder)).filter((entry) => entry.isDirectory()).map(({ name }) => name);

/** With forward slashes. */
export const nameWithin = (root: string, path: string): string => relative(root, path).replaceAll("\\", "/");

/** The files by their names without extension, so that `01.jpg` finds `01_mask.png`. */
export const byStem = (files: readonly DataFile[]): Map<string, DataFile> =>
  new Map(files.map((file) => [parse(file.name).name, file]));

export const isThere = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    () => true,
    () => false,
  );

/** Says what was expected and what the folder holds. */
export const unreadable = async (folder: string, expected: string): Promise<GumsaError> => {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined);
  const names = entries?.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name)) ?? [];
  const shown = names.toSorted().slice(0, MOST_TOLD).join(", ");
  const more = names.length > MOST_TOLD ? ` and ${names.length - MOST_TOLD} more` : "";
  const found = entries === undefined ? "no such folder" : shown === "" ? "nothing" : `${shown}${more}`;
  return new GumsaError("dataset_unreadable", `${folder}: expected ${expected}; found ${found}.`, {
    hint: `look into ${basename(folder)}, or name another folder`,
  });
};

/** Visible ones, sorted. A folder that is not there is empty. */
const entriesOf = async (folder: string): Promise<Dirent[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => []))
    .filter(({ name }) => !name.startsWith("."))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
