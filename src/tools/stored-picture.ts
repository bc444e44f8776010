import type { BlobId, ImageRef } from "../domain/image-ref.ts";
import { readHeader } from "../vision/decode.ts";
import type { ToolContext } from "./define-tool.ts";

/** A stored picture's facts, read from its header. Throws what `readHeader` throws. */
export const imageRefOf = async (
  id: BlobId,
  fileName: string,
  { blobs, maxPixels }: Pick<ToolContext, "blobs" | "maxPixels">,
): Promise<ImageRef> => {
  const bytes = await blobs.get(id);
  const { widthPx, heightPx, format, frames } = await readHeader(bytes, { fileName, maxPixels });
  return { id, widthPx, heightPx, format, frames, sizeBytes: bytes.length };
};
