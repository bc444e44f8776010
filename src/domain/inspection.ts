// The frozen record of one run over one picture (or one picture a view).
import { z } from "zod";
import { CaptureGrade } from "./capture-grade.ts";
import { Evidence } from "./evidence.ts";
import { GrounderName, Phrases } from "./grounding.ts";
import { BlobId, ImageRef } from "./image-ref.ts";
import { Json } from "./json.ts";
import { Language } from "./language.ts";
import { ProductId, View } from "./product.ts";
import { READERS, ReaderStatus } from "./reader.ts";
import { Region } from "./region.ts";
import { Report } from "./report.ts";
import { Verdict } from "./verdict.ts";

export const InspectionId = z.string().regex(/^insp_[0-9a-z]{20}$/, "insp_ and 20 letters or digits");
export type InspectionId = z.infer<typeof InspectionId>;

export const ViewedImage = z.object({ view: View, fileName: z.string(), image: ImageRef });
export type ViewedImage = z.infer<typeof ViewedImage>;

/** A good picture or a case that the inspected picture is to be compared with. */
export const ChosenReference = z.object({
  kind: z.enum(["good", "case"]),
  image: BlobId,
  fileName: z.string(),
});
export type ChosenReference = z.infer<typeof ChosenReference>;

/** What was asked: ids and plain data only. */
export const InspectionRequest = z.object({
  id: InspectionId,
  createdAt: z.iso.datetime(),
  /** Null for a report on the capture alone. */
  product: ProductId.nullable(),
  images: z.array(z.object({ view: View, fileName: z.string(), id: BlobId })).min(1),
  language: Language,
  writer: z.string(),
  /** The language model whose opinion is asked, if any. */
  opinion: z.string().optional(),
  /** From `createdAt` on; then a language model is no longer waited for. */
  deadlineMs: z.int().positive().optional(),
  /** In place of the nearest good picture. */
  reference: ChosenReference.optional(),
  /** Looked for in place of the product's defect types. */
  phrases: Phrases.optional(),
  /** In place of the product's own. */
  grounder: GrounderName.optional(),
  /** Free: station, robot distance, position. */
  metadata: z.record(z.string(), Json),
});
export type InspectionRequest = z.infer<typeof InspectionRequest>;

export const PICTURE_KINDS = ["overlay", "heat-map", "side-by-side"] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

export const Inspection = z.object({
  id: InspectionId,
  createdAt: z.iso.datetime(),
  product: ProductId.nullable(),
  images: z.array(ViewedImage).min(1),
  metadata: InspectionRequest.shape.metadata,
  capture: CaptureGrade,
  readers: z.partialRecord(z.enum(READERS), ReaderStatus),
  evidence: z.array(Evidence),
  regions: z.array(Region),
  verdict: Verdict,
  report: Report,
  /** Stored pictures that show the finding. */
  pictures: z.partialRecord(z.enum(PICTURE_KINDS), BlobId),
  /** What was deleted of it since, and the only thing that is ever written into a record afterwards. */
  deleted: z.object({ at: z.iso.datetime(), by: z.literal("retention"), blobs: z.array(BlobId) }).optional(),
  /** By graph node, and `total`. */
  timingsMs: z.record(z.string(), z.number().nonnegative()),
  /** Of everything that had a part in the result: gumsa, models, bank, manuals. */
  versions: z.record(z.string(), z.string()),
});
export type Inspection = z.infer<typeof Inspection>;
