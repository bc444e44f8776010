import { z } from "zod";
import { ImageRef } from "./image-ref.ts";
import { ProductId, View } from "./product.ts";

/** A good picture: what the memory bank is built from. */
export const Reference = z.object({
  product: ProductId,
  view: View,
  image: ImageRef,
  fileName: z.string(),
  addedAt: z.iso.datetime(),
});
export type Reference = z.infer<typeof Reference>;
