// Which defect types of a product its manuals explain, and where. A gap is for the manual's author to fill.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import { MANUAL_SECTIONS } from "./evidence.ts";
import { BlobId } from "./image-ref.ts";
import { Bilingual } from "./language.ts";
import { Manual } from "./manual.ts";
import { ProductId } from "./product.ts";

const Place = z.object({
  document: z.string(),
  documentId: BlobId,
  revision: z.int().positive(),
  pages: z.array(z.int().positive()).min(1),
});
export type CoveredPlace = z.infer<typeof Place>;

export const Coverage = z.object({
  product: ProductId,
  manuals: z.array(Manual),
  types: z.array(
    z.object({
      code: DefectCode,
      names: Bilingual,
      /** By document; empty for a gap. */
      causes: z.array(Place),
      actions: z.array(Place),
      prevention: z.array(Place),
    }),
  ),
  gaps: z.array(z.object({ code: DefectCode, section: z.enum(MANUAL_SECTIONS) })),
});
export type Coverage = z.infer<typeof Coverage>;
