// The pictures of `capture`: clean ones that are made worse here, or a folder of pairs that somebody made.
import { basename, join, resolve } from "node:path";
import { foldersIn, picturesBelow, unreadable } from "../../datasets/folder.ts";
import type { Severity } from "../../degradations/kinds.ts";
import { seededRandom, shuffled } from "../../metrics/random.ts";
import type { DataFile } from "../../suite.ts";
import { type Damage, damagesOf, isKind, nameOf } from "./damages.ts";

export interface DegradedPicture {
  readonly id: string;
  /** The clean picture, or the file as it was made. */
  readonly file: DataFile;
  /** Pictures of one clean picture are drawn together. */
  readonly group: string;
  readonly truth: readonly Damage[];
  /** Whether the truth has to be done to the file yet. */
  readonly isToDo: boolean;
}

export interface DegradedSet {
  readonly name: string;
  readonly files: readonly DataFile[];
  readonly pictures: readonly DegradedPicture[];
}

/** In an order of chance, so that any even choice from the list is a fair sample. */
export const degradeClean = async (data: string, seed: number): Promise<DegradedSet> => {
  const root = resolve(data);
  const files = await picturesBelow(root, { root });
  if (files.length === 0) throw await unreadable(root, "clean pictures, in it or below");
  const pictures = files.flatMap((file) =>
    damagesOf(file.name, seed).map((truth, i) => ({
      id: `${file.name}#${i}-${nameOf(truth)}`,
      file,
      group: file.name,
      truth,
      isToDo: true,
    })),
  );
  const random = seededRandom(seed, "order of the degraded pictures");
  return { name: basename(root), files, pictures: shuffled(pictures, random) };
};

const PAIR_FOLDERS =
  "clean/<picture> and <kind>/<severity 1 to 5>/<picture> (kinds such as noise, haze, motion_blur)";

/** Throws `dataset_unreadable`. */
export const readPairs = async (data: string): Promise<DegradedSet> => {
  const root = resolve(data);
  const pictures: DegradedPicture[] = [];
  const add = (files: readonly DataFile[], truth: readonly Damage[]): void => {
    pictures.push(
      ...files.map((file) => ({ id: file.name, file, group: basename(file.name), truth, isToDo: false })),
    );
  };
  add(await picturesBelow(join(root, "clean"), { root }), []);
  for (const kind of (await foldersIn(root)).filter(isKind)) {
    for (const severity of await foldersIn(join(root, kind))) {
      if (!isSeverity(Number(severity))) throw await unreadable(join(root, kind), "folders 1 to 5");
      const damage = { kind, severity: Number(severity) as Severity }; // 1 to 5, just checked
      add(await picturesBelow(join(root, kind, severity), { root }), [damage]);
    }
  }
  const hasBoth =
    pictures.some(({ truth }) => truth.length === 0) && pictures.some(({ truth }) => truth.length > 0);
  if (!hasBoth) throw await unreadable(root, PAIR_FOLDERS);
  return { name: basename(root), files: pictures.map(({ file }) => file), pictures };
};

const isSeverity = (value: number): boolean => Number.isInteger(value) && value >= 1 && value <= 5;
