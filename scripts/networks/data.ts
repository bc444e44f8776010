// The pictures on which networks are compared: good ones to learn from, other good ones, and defective ones.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { decodePicture } from "../../src/vision/decode.ts";
import type { Picture } from "../../src/vision/picture.ts";

export interface NetworkTask {
  readonly name: string;
  readonly learn: readonly Load[];
  readonly good: readonly Load[];
  readonly bad: readonly Load[];
}

export type Load = () => Promise<Picture>;

export interface NetworkData {
  readonly name: string;
  readonly tasks: readonly NetworkTask[];
}

const MAX_PIXELS = 1e8;
const CROP_PX = 256;
/** Three across and three down, over a board of 640 px. */
const CROP_STARTS = [0, 192, 384] as const;

/** Each paper of PIPED: half of the clean sheets to learn from, the other half and the stained patches to judge. */
export const readPiped = async (folder: string): Promise<NetworkData> => {
  const papers = (await readdir(folder)).filter((name) => name.startsWith("PA_")).sort();
  const tasks = papers.map(async (paper): Promise<NetworkTask> => {
    const clean = await filesIn(join(folder, paper, "NoDefects"), ".bmp");
    const sheets = [...new Set(clean.map(sheetOf))].sort();
    const known = new Set(sheets.slice(0, sheets.length / 2));
    const [learn, good] = parted(clean, (path) => known.has(sheetOf(path)));
    const bad = await filesIn(join(folder, paper, "Defects"), ".bmp");
    return { name: paper, learn: learn.map(whole), good: good.map(whole), bad: bad.map(whole) };
  });
  return { name: "PIPED", tasks: await Promise.all(tasks) };
};

/** Each group of DeepPCB: crops of the templates of every second board to learn from, the other boards to judge. */
export const readBoards = async (folder: string): Promise<NetworkData> => {
  const groups = (await readdir(folder)).filter((name) => name.startsWith("group")).sort();
  const tasks = groups.map(async (group): Promise<NetworkTask> => {
    const inner = join(folder, group, group.replace("group", ""));
    const boards = (await filesIn(inner, "_temp.jpg")).map((path) => path.replace(/_temp\.jpg$/, ""));
    const [known, others] = parted(boards, (board) => boards.indexOf(board) % 2 === 0);
    const bad = await Promise.all(others.map((board) => defectCrops(board, `${inner}_not`)));
    const crops = (board: string) => places().map((place) => crop(`${board}_temp.jpg`, place));
    return { name: group, learn: known.flatMap(crops), good: others.flatMap(crops), bad: bad.flat() };
  });
  return { name: "DeepPCB, crops of 256 px", tasks: await Promise.all(tasks) };
};

/** The product that ships with Gumsa. */
export const readDemo = async (folder: string): Promise<NetworkData> => {
  const types = (await readdir(join(folder, "test"))).filter((name) => name !== "good").sort();
  const bad = await Promise.all(types.map((type) => filesIn(join(folder, "test", type), ".jpg")));
  const learn = (await filesIn(join(folder, "train/good"), ".jpg")).map(whole);
  const good = (await filesIn(join(folder, "test/good"), ".jpg")).map(whole);
  return {
    name: "demo product (drawn)",
    tasks: [{ name: "casting", learn, good, bad: bad.flat().map(whole) }],
  };
};

const filesIn = async (folder: string, ending: string): Promise<string[]> =>
  (await readdir(folder))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));

const sheetOf = (path: string): string => path.match(/_(\d+)_\d+\.bmp$/)?.[1] ?? "";

const parted = <T>(items: readonly T[], isFirst: (item: T) => boolean): [T[], T[]] => [
  items.filter(isFirst),
  items.filter((item) => !isFirst(item)),
];

const whole =
  (path: string): Load =>
  async () =>
    decodePicture(await readFile(path), { fileName: path, maxPixels: MAX_PIXELS });

interface Place {
  readonly x: number;
  readonly y: number;
}

const places = (): Place[] => CROP_STARTS.flatMap((y) => CROP_STARTS.map((x) => ({ x, y })));

/** Those in which the middle of a labelled defect lies. */
const defectCrops = async (board: string, labels: string): Promise<Load[]> => {
  const text = await readFile(join(labels, `${board.split("/").at(-1)}.txt`), "utf8");
  const middles = text
    .trim()
    .split("\n")
    .map((line): Place => {
      const [left = 0, top = 0, right = 0, bottom = 0] = line.split(/[\s,]+/).map(Number);
      return { x: (left + right) / 2, y: (top + bottom) / 2 };
    });
  const holds = ({ x, y }: Place) =>
    middles.some(
      (middle) => middle.x >= x && middle.x < x + CROP_PX && middle.y >= y && middle.y < y + CROP_PX,
    );
  return places()
    .filter(holds)
    .map((place) => crop(`${board}_test.jpg`, place));
};

const crop =
  (path: string, { x, y }: Place): Load =>
  async () => {
    const { widthPx, rgb } = await whole(path)();
    const cut = new Uint8Array(3 * CROP_PX * CROP_PX);
    for (let row = 0; row < CROP_PX; row++) {
      const start = 3 * ((y + row) * widthPx + x);
      cut.set(rgb.subarray(start, start + 3 * CROP_PX), 3 * row * CROP_PX);
    }
    return { widthPx: CROP_PX, heightPx: CROP_PX, rgb: cut };
  };
