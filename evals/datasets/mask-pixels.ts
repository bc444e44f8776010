import { readFile } from "node:fs/promises";
import { GumsaError } from "../../src/errors.ts";
import { decodePicture } from "../../src/vision/decode.ts";
import type { DataFile } from "../suite.ts";

export interface MaskPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 where the defect is. */
  readonly mask: Uint8Array;
}

/** Grey levels up to this are numbers of defect types (VisA), not shades. */
const HIGHEST_INDEX = 31;
const MAX_PIXELS = 1e9;

/** White is the defect, unless the data set has it the other way round. Throws `image_unreadable`, `image_damaged`. */
export const readMask = async (
  { name, path }: DataFile,
  { isBlackDefect }: { isBlackDefect: boolean },
): Promise<MaskPixels> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GumsaError("file_unreadable", `The mask ${name} cannot be read.`, { cause });
  });
  const { rgb, widthPx, heightPx } = await decodePicture(bytes, { fileName: name, maxPixels: MAX_PIXELS });
  const mask = new Uint8Array(widthPx * heightPx);
  const lowest = rgb.every((value) => value <= HIGHEST_INDEX) ? 1 : 128;
  for (let i = 0; i < mask.length; i++) mask[i] = rgb[3 * i]! >= lowest !== isBlackDefect ? 1 : 0;
  return { widthPx, heightPx, mask };
};
