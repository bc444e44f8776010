// A good picture and a tested one of the same thing, with boxes or a mask of what differs.
import { basename, join, parse, resolve } from "node:path";
import type { TrueBox } from "../metrics/detections.ts";
import type { DataFile } from "../suite.ts";
import { findBoardLists, readBoards } from "./deep-pcb.ts";
import { byStem, filesBelow, isThere, picturesBelow, unreadable } from "./folder.ts";
import { maskFinder } from "./masks.ts";
import { readBoxes } from "./voc.ts";

export interface ReferencePair {
  readonly good: DataFile;
  readonly tested: DataFile;
  readonly boxes?: readonly TrueBox[];
  readonly mask?: DataFile;
}

export interface ReferencePairs {
  readonly name: string;
  readonly pairs: readonly ReferencePair[];
  readonly files: readonly DataFile[];
}

const EXPECTED =
  "good/ and tested/ with pictures of the same names, and masks/ or annotations/ (Pascal VOC) of what differs; or DeepPCB (list.txt, trainval.txt or test.txt)";

/** Throws `dataset_unreadable`. */
export const readReferencePairs = async (data: string): Promise<ReferencePairs> => {
  const root = resolve(data);
  const lists = await findBoardLists(root);
  if (lists.length > 0) {
    const { pictures, files } = await readBoards(root, lists);
    const pairs = pictures.map(({ good, truth, ...tested }) => ({ good, tested, boxes: truth }));
    return {
      name: basename(root),
      pairs,
      files: [...files, ...pairs.flatMap(({ good, tested }) => [good, tested])],
    };
  }
  if (!(await isThere(join(root, "good"))) || !(await isThere(join(root, "tested")))) {
    throw await unreadable(root, EXPECTED);
  }
  return readFolders(root);
};

const readFolders = async (root: string): Promise<ReferencePairs> => {
  const [good, tested, masks] = await Promise.all(
    ["good", "tested", "masks"].map((folder) => picturesBelow(join(root, folder), { root })),
  );
  const written = await filesBelow(join(root, "annotations"), { root, endings: [".xml"], depth: 1 });
  const [goodOf, boxesOf] = [byStem(good ?? []), byStem(written)];
  const maskOf = maskFinder(tested ?? [], masks ?? []);
  const pairs: ReferencePair[] = [];
  for (const picture of tested ?? []) {
    const stem = parse(picture.name).name;
    const partner = goodOf.get(stem);
    if (!partner) throw await unreadable(join(root, "good"), `a good picture called ${stem}`);
    const file = boxesOf.get(stem);
    const truth = file ? { boxes: await readBoxes(file) } : maskOf(picture);
    pairs.push({ good: partner, tested: picture, ...truth });
  }
  if (!pairs.some(({ boxes, mask }) => boxes !== undefined || mask !== undefined)) {
    throw await unreadable(root, EXPECTED);
  }
  return {
    name: basename(root),
    pairs,
    files: [...(good ?? []), ...(tested ?? []), ...(masks ?? []), ...written],
  };
};
