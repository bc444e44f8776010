// DeepPCB's text (Tang et al. 2019): a list with a line a board, `IMAGE LABELS`, where `IMAGE` stands for a defect-free
// `…_temp.jpg` and a tested `…_test.jpg`; a label file has a line a box, `x1 y1 x2 y2 type`.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GumsaError } from "../../src/errors.ts";
import type { TrueBox } from "../metrics/detections.ts";
import type { DataFile } from "../suite.ts";
import type { BoxedPicture } from "./boxed-pictures.ts";

const LISTS = ["list.txt", "trainval.txt", "test.txt"];
const TYPES = ["open", "short", "mousebite", "spur", "copper", "pin-hole"];
const LINE = /^(\S+)\.(jpg|png|bmp)\s+(\S+\.txt)$/i;

/** A tested board with its defect-free template. */
export interface Board extends BoxedPicture {
  readonly good: DataFile;
}

/** The lists in the folder that are written in this way. */
export const findBoardLists = async (root: string): Promise<DataFile[]> => {
  const found = await Promise.all(
    LISTS.map(async (name) => {
      const path = join(root, name);
      const text = await readFile(path, "utf8").catch(() => "");
      return linesOf(text)[0]?.text.match(LINE) ? [{ name, path }] : [];
    }),
  );
  return found.flat();
};

/** Every board once. Throws `dataset_unreadable` with file and line. */
export const readBoards = async (
  root: string,
  lists: readonly DataFile[],
): Promise<{ pictures: Board[]; files: DataFile[] }> => {
  const boards = new Map<string, { board: Board; labels: DataFile }>();
  for (const list of lists) {
    for (const { text, line } of linesOf(await readFile(list.path, "utf8"))) {
      const [, stem, ending, labels] = LINE.exec(text) ?? [];
      if (stem === undefined || labels === undefined) throw wrongLine(list, line, "IMAGE LABELS", text);
      const labelFile = { name: labels, path: join(root, labels) };
      const truth = await readLabels(labelFile);
      const of = (part: string) => ({
        name: `${stem}${part}.${ending}`,
        path: join(root, `${stem}${part}.${ending}`),
      });
      const [product, ...below] = stem.split("/"); // a folder holds the boards of one kind
      const board = { ...of("_test"), good: of("_temp"), truth, ...(below.length > 0 && { product }) };
      boards.set(stem, { board, labels: labelFile });
    }
  }
  const all = [...boards.values()];
  return { pictures: all.map(({ board }) => board), files: [...lists, ...all.map(({ labels }) => labels)] };
};

const readLabels = async (file: DataFile): Promise<TrueBox[]> => {
  const text = await readFile(file.path, "utf8").catch((cause: unknown) => {
    throw new GumsaError("dataset_unreadable", `The label file ${file.name} is not there.`, { cause });
  });
  return linesOf(text).map(({ text: label, line }) => {
    const [left = 0, top = 0, right = 0, bottom = 0, type = 0] = label.split(/[\s,]+/).map(Number);
    const isBox = right > left && bottom > top && left >= 0 && top >= 0;
    const name = TYPES[type - 1];
    if (!isBox || name === undefined) throw wrongLine(file, line, "x1 y1 x2 y2 type", label);
    return { box: { x: left, y: top, width: right - left, height: bottom - top }, label: name };
  });
};

/** Those with something on them, numbered as an editor numbers them. */
const linesOf = (text: string): { text: string; line: number }[] =>
  text
    .split("\n")
    .map((line, i) => ({ text: line.trim(), line: i + 1 }))
    .filter((line) => line.text !== "");

const wrongLine = ({ name }: DataFile, line: number, expected: string, found: string): GumsaError =>
  new GumsaError(
    "dataset_unreadable",
    `${name}, line ${line}: expected ${expected}; found ${found.slice(0, 80)}.`,
  );
