import { z } from "zod";
import { BlobId, ImageRef } from "../domain/image-ref.ts";
import { readHeader } from "../vision/decode.ts";
import { defineTool } from "./define-tool.ts";

export const openImage = defineTool({
  name: "open_image",
  description:
    "Decode a stored picture once, to know that every pixel of it can be read, and tell its size and format.",
  input: z.object({ image: BlobId, fileName: z.string() }),
  output: ImageRef,
  async run({ image, fileName }, { blobs, pictures, maxPixels }) {
    const bytes = await blobs.get(image);
    const { format, frames } = await readHeader(bytes, { fileName, maxPixels });
    const { widthPx, heightPx } = await pictures.decode(image, fileName);
    return { id: image, widthPx, heightPx, format, frames, sizeBytes: bytes.length };
  },
});
