// A folder of good and a folder of bad pictures. Good ones are split into those to learn from and those held out, by
// whole groups, seeded.
import { join } from "node:path";
import { seededRandom, shuffled } from "../metrics/random.ts";
import type { DataFile } from "../suite.ts";
import { foldersIn, nameWithin, picturesBelow, unreadable } from "./folder.ts";
import { GOOD, type LabelledPicture, type LabelledProduct, UNTYPED, withGroup } from "./labelled-picture.ts";
import { maskFinder } from "./masks.ts";

export interface GoodAndBad {
  readonly name: string;
  readonly root: string;
  readonly good: string;
  readonly bad: string;
  readonly masks?: string | undefined;
  /** The share of good pictures to learn from. */
  readonly split: number;
  readonly groupBy?: RegExp | undefined;
  readonly seed: number;
}

/** How people call the folder of masks beside the bad pictures. */
const MASK_FOLDER = /^(ground[ _-]?th?ru?th|masks?|gt)$/i;

export const readGoodAndBad = async (folders: GoodAndBad): Promise<LabelledProduct> => {
  const { name, root, groupBy } = folders;
  const good = (await picturesBelow(folders.good, { root })).map((file) =>
    withGroup({ ...file, type: GOOD }, groupBy),
  );
  if (good.length < 2) throw await unreadable(folders.good, "at least two pictures of good parts");
  const maskFolder = folders.masks ?? (await maskFolderIn(folders.bad));
  const pictures = await picturesBelow(folders.bad, { root, skips: (path) => path === maskFolder });
  if (pictures.length === 0) throw await unreadable(folders.bad, "pictures of bad parts");
  const masks = maskFolder === undefined ? [] : await picturesBelow(maskFolder, { root });
  if (folders.masks !== undefined && masks.length === 0) throw await unreadable(folders.masks, "masks");
  const maskOf = maskFinder(pictures, masks);
  const bad = pictures.map((file) =>
    withGroup({ ...file, type: typeOf(file, folders.bad), ...maskOf(file) }, groupBy),
  );
  const { learnt, heldOut } = splitByGroup(good, folders);
  return { name, train: learnt, test: [...heldOut, ...bad] };
};

const maskFolderIn = async (folder: string): Promise<string | undefined> => {
  const name = (await foldersIn(folder)).find((sub) => MASK_FOLDER.test(sub));
  return name === undefined ? undefined : join(folder, name);
};

/** The sub-folder is the type; pictures that lie in none are plainly bad. */
const typeOf = ({ path }: DataFile, folder: string): string => {
  const [type, ...rest] = nameWithin(folder, path).split("/");
  return rest.length > 0 && type !== undefined ? type : UNTYPED;
};

/** Both sides get a group at least, wherever there are two. */
const splitByGroup = (
  good: readonly LabelledPicture[],
  { split, seed, name }: GoodAndBad,
): { learnt: LabelledPicture[]; heldOut: LabelledPicture[] } => {
  const groupOf = ({ group, name: own }: LabelledPicture): string => group ?? own;
  const groups = shuffled([...new Set(good.map(groupOf))], seededRandom(seed, `split of ${name}`));
  const count = Math.min(groups.length - 1, Math.max(1, Math.round(split * groups.length)));
  const chosen = new Set(groups.slice(0, count));
  return {
    learnt: good.filter((picture) => chosen.has(groupOf(picture))),
    heldOut: good.filter((picture) => !chosen.has(groupOf(picture))),
  };
};
