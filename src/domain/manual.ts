import { z } from "zod";
import { BlobId } from "./image-ref.ts";
import { ProductId } from "./product.ts";

/** A PDF of one product. The same file name added again with other bytes becomes the next revision. */
export const Manual = z.object({
  product: ProductId,
  document: z.string(),
  documentId: BlobId,
  revision: z.int().positive(),
  pages: z.int().positive(),
  passages: z.int().nonnegative(),
  addedAt: z.iso.datetime(),
});
export type Manual = z.infer<typeof Manual>;
