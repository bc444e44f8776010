// Pictures by class, one folder a class: searched among each other, each without itself, or those of `test/` among
// those of `train/`. A class `good` is nothing to search for; its pictures tell what a sound part looks like.
import { basename, join, resolve } from "node:path";
import { foldersIn, isThere, picturesBelow, unreadable } from "./folder.ts";
import { GOOD, type LabelledPicture } from "./labelled-picture.ts";
import { maskFinder } from "./masks.ts";

export interface ClassFolders {
  readonly name: string;
  /** What is searched among. */
  readonly known: readonly LabelledPicture[];
  /** What is searched for: the known ones again, unless there is a `test` folder for them. */
  readonly asked: readonly LabelledPicture[];
  readonly good: readonly LabelledPicture[];
}

const EXPECTED =
  "one folder of pictures a class, two classes beside good at least; or train/<class> and test/<class>";

/** Throws `dataset_unreadable`. */
export const readClasses = async (data: string): Promise<ClassFolders> => {
  const root = resolve(data);
  const name = basename(root);
  const [train, test] = [
    await classesIn(join(root, "train"), root),
    await classesIn(join(root, "test"), root),
  ];
  if (test.some(isClass)) {
    const good = [...train, ...(train.some(isGood) ? [] : test)].filter(isGood);
    const asked = test.filter(isClass);
    const known = train.filter(isClass);
    return checked({ name, known: known.length > 0 ? known : asked, asked, good }, root);
  }
  const all = await classesIn(root, root);
  const known = all.filter(isClass);
  return checked({ name, known, asked: known, good: all.filter(isGood) }, root);
};

const isGood = ({ type }: LabelledPicture): boolean => type === GOOD;
const isClass = (picture: LabelledPicture): boolean => !isGood(picture);

const checked = async (found: ClassFolders, root: string): Promise<ClassFolders> => {
  if (new Set(found.known.map(({ type }) => type)).size > 1 && found.asked.length > 0) return found;
  throw await unreadable(root, EXPECTED);
};

/** Masks lie beside the classes, in `ground_truth/<class>` or `<folder>_ground_truth/<class>`. */
const classesIn = async (folder: string, root: string): Promise<LabelledPicture[]> => {
  const found: LabelledPicture[] = [];
  const masks = await masksOf(folder);
  for (const type of await foldersIn(folder)) {
    if (type === MASKS) continue;
    const pictures = await picturesBelow(join(folder, type), { root });
    const maskOf = maskFinder(
      pictures,
      masks === undefined ? [] : await picturesBelow(join(masks, type), { root }),
    );
    found.push(...pictures.map((picture) => ({ ...picture, type, ...maskOf(picture) })));
  }
  return found;
};

const MASKS = "ground_truth";

const masksOf = async (folder: string): Promise<string | undefined> => {
  const places = [`${folder}_${MASKS}`, join(folder, MASKS), join(folder, "..", MASKS)];
  const there = await Promise.all(places.map(isThere));
  return places.find((_, i) => there[i]);
};
