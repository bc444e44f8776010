// A picture is known by the hash of its bytes. Pixels live in the blob store, never in graph state.
import { z } from "zod";

export const BlobId = z.string().regex(/^sha256:[0-9a-f]{64}$/, "sha256: and 64 hexadecimal digits");
export type BlobId = z.infer<typeof BlobId>;

export const ImageRef = z.object({
  id: BlobId,
  /** Width and height as shown, after the EXIF rotation. */
  widthPx: z.int().positive(),
  heightPx: z.int().positive(),
  format: z.string(),
  sizeBytes: z.int().positive(),
  /** More than 1 for an animation, of which the first frame is inspected. */
  frames: z.int().positive(),
});
export type ImageRef = z.infer<typeof ImageRef>;
