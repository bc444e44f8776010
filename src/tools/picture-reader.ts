// Decoded pictures by the id of their bytes. An inspection's nodes ask for the same picture several times;
// it is decoded once. A few are kept, no more: a decoded picture is large.
import type { BlobId } from "../domain/image-ref.ts";
import type { BlobStore } from "../store/blob-store.ts";
import { decodePicture } from "../vision/decode.ts";
import type { Picture } from "../vision/picture.ts";

export interface PictureReader {
  /** Throws what `decodePicture` throws; `fileName` is named in its errors. */
  decode(image: BlobId, fileName?: string): Promise<Picture>;
}

const MOST_KEPT = 4;

export const createPictureReader = (
  blobs: BlobStore,
  { maxPixels }: { maxPixels: number },
): PictureReader => {
  const kept = new Map<BlobId, Promise<Picture>>();
  const read = async (image: BlobId, fileName: string): Promise<Picture> =>
    decodePicture(await blobs.get(image), { fileName, maxPixels });
  return {
    decode(image, fileName = image) {
      const picture = kept.get(image) ?? read(image, fileName);
      kept.delete(image);
      kept.set(image, picture);
      picture.catch(() => kept.delete(image));
      for (const oldest of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(oldest);
      return picture;
    },
  };
};
