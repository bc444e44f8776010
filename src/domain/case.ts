// A stored defect picture with its type: what similarity search finds.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import { ImageRef } from "./image-ref.ts";
import { ProductId, View } from "./product.ts";
import { Box } from "./region.ts";

export const CaseId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*_[a-z0-9][a-z0-9-]*_\d{3,}$/, "product, type and number: casting_hole_001");
export type CaseId = z.infer<typeof CaseId>;

export const Case = z.object({
  id: CaseId,
  product: ProductId,
  view: View,
  type: DefectCode,
  image: ImageRef,
  /** Where the defect lies, in pixels of the picture. */
  box: Box.optional(),
  fileName: z.string(),
  addedAt: z.iso.datetime(),
});
export type Case = z.infer<typeof Case>;

/** The naming rule: `{product}_{type}_{sequence}`. A number is never given twice. */
export const caseIdOf = ({ product, type }: Pick<Case, "product" | "type">, sequence: number): CaseId =>
  `${product}_${type}_${String(sequence).padStart(3, "0")}`;
