// A part of a picture, as a report shows it: with some ground about it, small, and nothing drawn on it.
import sharp from "sharp";
import type { Box } from "../../domain/region.ts";
import type { Picture } from "../picture.ts";
import { windowAround } from "../similarity/crop.ts";

const JPEG_QUALITY = 88;

/** A JPEG of the square around the box, or of the whole picture; it is never enlarged beyond three times. */
export const cutOut = async (
  { widthPx, heightPx, rgb }: Picture,
  { box, longEdgePx }: { box?: Box | undefined; longEdgePx: number },
): Promise<Uint8Array> => {
  const { x, y, width, height } = box
    ? windowAround(box, { widthPx, heightPx })
    : { x: 0, y: 0, width: widthPx, height: heightPx };
  const edge = Math.min(longEdgePx, 3 * Math.max(width, height));
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .extract({ left: x, top: y, width, height })
    .resize(edge, edge, { fit: "inside" })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
};
