import { join } from "node:path";
import sharp from "sharp";
import { expect, it } from "vitest";
import { readMask } from "./mask-pixels.ts";
import { folderOf, type TemporaryFolder } from "./testing/folder.ts";

const SIDE = 32;

/** A mask with one pixel of another grey at the given place. */
const drawn = async (background: number, pixel: number): Promise<TemporaryFolder> => {
  const grey = new Uint8Array(SIDE * SIDE).fill(background);
  grey[40] = pixel;
  const raw = { raw: { width: SIDE, height: SIDE, channels: 1 as const } };
  return folderOf({ "m.png": await sharp(grey, raw).png().toBuffer() });
};

const marked = async ({ path }: TemporaryFolder, isBlackDefect = false): Promise<number[]> => {
  const { mask } = await readMask({ name: "m.png", path: join(path, "m.png") }, { isBlackDefect });
  return [...mask.keys()].filter((i) => mask[i] === 1);
};

it("takes any value but the background's for defect, be it 1 of 255", async () => {
  await using faint = await drawn(0, 1);
  expect(await marked(faint)).toEqual([40]);
  await using black = await drawn(255, 0);
  expect(await marked(black, true)).toEqual([40]);
  await using none = await drawn(0, 0);
  expect(await marked(none)).toEqual([]);
});

it("names a mask that is not of its picture's size, or not there", async () => {
  await using data = await drawn(0, 1);
  const file = { name: "m.png", path: join(data.path, "m.png") };
  await expect(readMask(file, { size: { widthPx: 64, heightPx: 32 } })).rejects.toMatchObject({
    code: "dataset_unreadable",
    message: "The mask m.png has 32 x 32 pixels, its picture 64 x 32.",
  });
  await expect(readMask({ ...file, path: "nowhere" })).rejects.toMatchObject({ code: "file_unreadable" });
});
