// A picture as a language model gets it: small enough that it costs what the context was estimated for.
import sharp from "sharp";
import type { Picture } from "./picture.ts";

const LARGEST_PX = 1024;
const JPEG_QUALITY = 90;

/** A JPEG, 1,024 px along the longer edge at the most; nothing is drawn on it. */
export const encodeForModel = ({ widthPx, heightPx, rgb }: Picture): Promise<Uint8Array> =>
  sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .resize(LARGEST_PX, LARGEST_PX, { fit: "inside", withoutEnlargement: true })
    .jpeg({ quality: JPEG_QUALITY })
    .toBuffer();
