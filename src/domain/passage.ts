// A piece of a manual that stands together: a heading with its paragraphs or bullets.
import { z } from "zod";
import { BlobId } from "./image-ref.ts";

/** What most of it is. */
export const PassageForm = z.enum(["text", "bullets", "table"]);
export type PassageForm = z.infer<typeof PassageForm>;

export const Passage = z.object({
  document: z.string(),
  /** The SHA-256 of the file. */
  documentId: BlobId,
  revision: z.int().positive(),
  /** The page on which the quotation stands, counted from 1. */
  page: z.int().positive(),
  /** The headings above it, outermost first. */
  headings: z.array(z.string()),
  /** The exact words of the page, white space folded. */
  quotation: z.string().min(1),
  /** Not known of passages that were indexed by older versions. */
  form: PassageForm.optional(),
});
export type Passage = z.infer<typeof Passage>;
