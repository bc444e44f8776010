// What is suspicious among a product's good pictures, and what to do about it.
import { z } from "zod";
import { CaptureGrade } from "./capture-grade.ts";
import { BlobId } from "./image-ref.ts";
import { Bilingual } from "./language.ts";
import { ProductId, View } from "./product.ts";
import { Box } from "./region.ts";

const AuditedPicture = z.object({ image: BlobId, fileName: z.string() });
export type AuditedPicture = z.infer<typeof AuditedPicture>;

const Found = z.discriminatedUnion("kind", [
  z.object({
    /** Far from the other good pictures when it was left out of the bank: a defect, or another product. */
    kind: z.literal("unlike_others"),
    pictures: z.array(AuditedPicture).length(1),
    distance: z.number(),
    /** The median of the good pictures. */
    usual: z.number(),
    /** Robust deviations from that median, of logarithms. */
    deviations: z.number(),
    /** Where it is unlike the others. */
    box: Box,
  }),
  z.object({
    /** The same photograph in other bytes: it makes the others' thresholds too low. */
    kind: z.literal("near_duplicates"),
    pictures: z.array(AuditedPicture).min(2),
    /** One less the correlation of their thumbnails, and the median over all pairs. */
    difference: z.number(),
    usual: z.number(),
  }),
  z.object({
    kind: z.literal("poor_capture"),
    pictures: z.array(AuditedPicture).length(1),
    capture: CaptureGrade,
  }),
  z.object({
    /** Not the size of most. */
    kind: z.literal("mixed_sizes"),
    pictures: z.array(AuditedPicture).min(1),
    sizes: z
      .array(z.object({ widthPx: z.int(), heightPx: z.int(), count: z.int() }))
      .describe("the most frequent first"),
  }),
  z.object({
    /** No p-value can reach the product's false-alarm rate: nothing can fail. */
    kind: z.literal("too_few"),
    pictures: z.array(AuditedPicture).max(0),
    references: z.int(),
    neededReferences: z.int(),
  }),
]);
export type AuditFound = z.infer<typeof Found>;
export type AuditKind = AuditFound["kind"];

export const AuditedView = z.object({
  view: View,
  references: z.int(),
  /** Those that weigh most first. */
  findings: z.array(Found),
});
export type AuditedView = z.infer<typeof AuditedView>;

export const ProductAudit = z.object({
  product: ProductId,
  views: z.array(AuditedView),
  /** For each kind that was found: what to do about it. */
  advice: z.partialRecord(z.enum(Found.options.map(({ shape }) => shape.kind.value)), Bilingual),
});
export type ProductAudit = z.infer<typeof ProductAudit>;
