import { z } from "zod";
import { BlobId } from "./image-ref.ts";
import type { PassageForm } from "./passage.ts";
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

/** A manual read and cut, ready to be searched. */
export interface IndexedManual {
  readonly document: string;
  readonly documentId: BlobId;
  /** The text of each page, from page 1. */
  readonly pages: readonly string[];
  readonly passages: readonly IndexedPassage[];
}
export interface IndexedPassage {
  readonly page: number;
  readonly headings: readonly string[];
  readonly quotation: string;
  readonly form: PassageForm;
  /** Search terms of headings and quotation, in order, repeated as they occur. */
  readonly terms: readonly string[];
}
