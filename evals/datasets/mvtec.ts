// MVTec AD's layout: `train/good`, `test/<type>` and, for pixels, `ground_truth/<type>/<name>_mask.png`.
import { basename, join } from "node:path";
import { foldersIn, isThere, picturesBelow, unreadable } from "./folder.ts";
import { GOOD, type LabelledPicture, type LabelledProduct } from "./labelled-picture.ts";
import { maskFinder } from "./masks.ts";

export const hasMvtecLayout = async (folder: string): Promise<boolean> =>
  (await isThere(join(folder, "train", GOOD))) && (await isThere(join(folder, "test")));

/** `root`: pictures are named by their path within it. */
export const readMvtec = async (folder: string, { root }: { root: string }): Promise<LabelledProduct> => {
  const train = await picturesBelow(join(folder, "train", GOOD), { root });
  if (train.length === 0) throw await unreadable(join(folder, "train", GOOD), "pictures of good parts");
  const test: LabelledPicture[] = [];
  for (const type of await foldersIn(join(folder, "test"))) {
    const pictures = await picturesBelow(join(folder, "test", type), { root });
    const masks = await picturesBelow(join(folder, "ground_truth", type), { root });
    const maskOf = maskFinder(pictures, masks);
    test.push(...pictures.map((picture) => ({ ...picture, type, ...(type !== GOOD && maskOf(picture)) })));
  }
  if (test.length === 0) throw await unreadable(join(folder, "test"), "a folder of pictures for each type");
  return { name: basename(folder), train: train.map((picture) => ({ ...picture, type: GOOD })), test };
};
