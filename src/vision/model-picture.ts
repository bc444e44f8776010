// A picture as a language model gets it: small enough that it costs what the context was estimated for.
import sharp from "sharp";
import type { Picture } from "./picture.ts";

const JPEG_QUALITY = 90;

export interface ModelPictureFit {
  readonly longestEdgePx: number;
  /** Both edges become multiples of this, so that the model need not resize and pixels keep their meaning. */
  readonly multipleOfPx: number;
}

export interface EncodedPicture {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A JPEG, never enlarged by more than half a multiple; nothing is drawn on it. */
export const encodeForModel = async (
  picture: Picture,
  { longestEdgePx, multipleOfPx }: ModelPictureFit,
): Promise<EncodedPicture> => {
  const shrink = Math.min(1, longestEdgePx / Math.max(picture.widthPx, picture.heightPx));
  const fitted = (lengthPx: number): number =>
    Math.max(1, Math.round((lengthPx * shrink) / multipleOfPx)) * multipleOfPx;
  const [widthPx, heightPx] = [fitted(picture.widthPx), fitted(picture.heightPx)];
  const raw = { width: picture.widthPx, height: picture.heightPx, channels: 3 } as const;
  const bytes = await sharp(picture.rgb, { raw })
    .resize(widthPx, heightPx, { fit: "fill" })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
  return { bytes, widthPx, heightPx };
};
