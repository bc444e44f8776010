// What a product's inspections look things up in: the memory bank of each view, and the vectors of its pictures.
import { z } from "zod";
import { BlobId } from "./image-ref.ts";
import { ProductId, View } from "./product.ts";

const Count = z.int().nonnegative();

/** Which memory bank, and by which network. */
export const NamedBank = z.object({
  version: BlobId,
  model: z.string(),
  modelSha256: z.string(),
  inputLongEdgePx: z.int(),
});

export const IndexedView = z.object({
  view: View,
  references: Count,
  cases: Count,
  bank: NamedBank.extend({ builtAt: z.iso.datetime() }).nullable(),
  /** Good pictures that the bank was built from; another number than `references` tells that it is to be rebuilt. */
  inBank: Count,
  /** Vectors, by what they describe. What is missing is made by the first inspection that looks for it. */
  vectors: z.object({ cases: Count, good: Count, spots: Count }),
});

export const ProductIndex = z.object({ product: ProductId, views: z.array(IndexedView) });
export type ProductIndex = z.infer<typeof ProductIndex>;
