// Pictures with boxes around what is on them, in whatever way they are written down.
import { basename, resolve } from "node:path";
import type { TrueBox } from "../metrics/detections.ts";
import type { DataFile } from "../suite.ts";
import { findCocoFiles, readCoco } from "./coco.ts";
import { findBoardLists, readBoards } from "./deep-pcb.ts";
import { unreadable } from "./folder.ts";
import { hasVocLayout, readVoc } from "./voc.ts";

export interface BoxedPicture extends DataFile {
  /** Empty for a picture with nothing on it. */
  readonly truth: readonly TrueBox[];
  /** A good picture of the very same thing, where the data set has one. */
  readonly good?: DataFile;
  /** What it is a picture of, where the data set has several products. */
  readonly product?: string;
}

export interface BoxedPictures {
  readonly name: string;
  readonly pictures: readonly BoxedPicture[];
  /** The files that the boxes were read from. */
  readonly files: readonly DataFile[];
}

const BOX_LAYOUTS =
  "COCO JSON (annotations/*.json, or a .json beside the pictures), Pascal VOC (Annotations/*.xml and JPEGImages/, or .xml beside the pictures) or DeepPCB (list.txt, trainval.txt or test.txt with lines `IMAGE LABELS`)";

/** Throws `dataset_unreadable`. */
export const readBoxedPictures = async (data: string): Promise<BoxedPictures> => {
  const root = resolve(data);
  const found = await readAny(root);
  if (found.pictures.length === 0) throw await unreadable(root, BOX_LAYOUTS);
  return { name: basename(root), ...found };
};

const readAny = async (root: string): Promise<Omit<BoxedPictures, "name">> => {
  const lists = await findBoardLists(root);
  if (lists.length > 0) return readBoards(root, lists);
  const documents = await findCocoFiles(root);
  if (documents.length > 0) return readCoco(root, documents);
  if (await hasVocLayout(root)) return readVoc(root);
  throw await unreadable(root, BOX_LAYOUTS);
};
