import { z } from "zod";
import { BlobId } from "./image-ref.ts";
import { ProductId, View } from "./product.ts";
import { Reference } from "./reference.ts";

/** What adding or removing good pictures did to a product. */
export const ReferenceChange = z.object({
  product: ProductId,
  view: View,
  /** Without those that were there already. */
  added: z.array(Reference),
  removed: z.array(Reference),
  /** Good pictures of the view from now on. */
  references: z.int(),
  /** The least that a p-value needs to reach the product's false-alarm rate. */
  neededReferences: z.int(),
  /** Versions of the memory bank: the same set of good pictures has the same one. Absent in a view that was new. */
  bankBefore: BlobId.optional(),
  bank: BlobId,
  /** Absent while there are too few good pictures for one. */
  thresholdBefore: z.number().optional(),
  threshold: z.number().optional(),
});
export type ReferenceChange = z.infer<typeof ReferenceChange>;
