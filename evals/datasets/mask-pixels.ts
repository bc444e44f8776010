import { readFile } from "node:fs/promises";
import { GumsaError } from "../../src/errors.ts";
import { decodePicture } from "../../src/vision/decode.ts";
import type { Size } from "../../src/vision/input-size.ts";
import type { DataFile } from "../suite.ts";

export interface MaskPixels extends Size {
  /** 1 where the defect is. */
  readonly mask: Uint8Array;
}

export interface MaskOptions {
  /** Some data sets draw the defect black on white. */
  readonly isBlackDefect?: boolean;
  /** Of the picture: a mask of another size is refused. */
  readonly size?: Size;
}

/**
 * Whatever is not the background's colour is defect, as far as it is from it: some data sets number their defects
 * 1, 2, 3. Throws what decoding throws, and `dataset_unreadable` for a mask of another size than its picture.
 */
export const readMask = async (
  { name, path }: DataFile,
  { isBlackDefect = false, size }: MaskOptions = {},
): Promise<MaskPixels> => {
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GumsaError("file_unreadable", `The mask ${name} cannot be read.`, { cause });
  });
  const { rgb, ...own } = await decodePicture(bytes, { fileName: name, maxPixels: Number.POSITIVE_INFINITY });
  if (size && (size.widthPx !== own.widthPx || size.heightPx !== own.heightPx))
    throw otherSize(name, own, size);
  const background = isBlackDefect ? 255 : 0;
  const mask = new Uint8Array(own.widthPx * own.heightPx);
  for (let i = 0; i < rgb.length; i++) if (rgb[i] !== background) mask[Math.floor(i / 3)] = 1;
  return { ...own, mask };
};

const otherSize = (name: string, mask: Size, picture: Size): GumsaError =>
  new GumsaError(
    "dataset_unreadable",
    `The mask ${name} has ${mask.widthPx} x ${mask.heightPx} pixels, its picture ${picture.widthPx} x ${picture.heightPx}.`,
    { hint: "a mask shows the whole picture at its own size" },
  );
