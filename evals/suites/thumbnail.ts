import sharp from "sharp";

const LARGEST_PX = 512;

/** Small enough to be carried inside a page. */
export const thumbnail = (picture: Uint8Array): Promise<Uint8Array> =>
  sharp(picture).resize(LARGEST_PX, LARGEST_PX, { fit: "inside", withoutEnlargement: true }).png().toBuffer();
