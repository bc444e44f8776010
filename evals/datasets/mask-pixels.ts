import sharp from "sharp";
import { GumsaError } from "../../src/errors.ts";
import type { DataFile } from "../suite.ts";

export interface MaskPixels {
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1 where the defect is. */
  readonly mask: Uint8Array;
}

/** White is the defect, unless the data set has it the other way round. Throws `image_unreadable`. */
export const readMask = async (
  { name, path }: DataFile,
  { isBlackDefect }: { isBlackDefect: boolean },
): Promise<MaskPixels> => {
  try {
    const { data, info } = await sharp(path)
      .removeAlpha()
      .toColourspace("b-w")
      .raw({ depth: "uchar" })
      .toBuffer({ resolveWithObject: true });
    const mask = new Uint8Array(info.width * info.height);
    for (let i = 0; i < mask.length; i++) {
      const isWhite = (data[i * info.channels] ?? 0) >= 128;
      mask[i] = isWhite !== isBlackDefect ? 1 : 0;
    }
    return { widthPx: info.width, heightPx: info.height, mask };
  } catch (cause) {
    throw new GumsaError("image_unreadable", `The mask ${name} cannot be read.`, { cause });
  }
};
