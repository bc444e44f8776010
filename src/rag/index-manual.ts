// A PDF read, cut and made searchable, in the shape in which the store takes it.
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { IndexedManual, IndexedPassage } from "../domain/manual.ts";
import { throwIfCancelled } from "../errors.ts";
import { type CutPassage, cutPassages } from "./passages.ts";
import { foldSpace } from "./quotation.ts";
import { type PdfFile, readPdf } from "./read-pdf.ts";
import { termsOf } from "./terms.ts";

/** Throws `manual_unreadable`, `manual_encrypted`, `manual_without_text`, `cancelled`. */
export const indexManual = async (file: PdfFile, signal?: AbortSignal): Promise<IndexedManual> => {
  const pages = await readPdf(file, signal);
  const passages = cutPassages(pages).map(indexPassage);
  throwIfCancelled(signal);
  return {
    document: basename(file.fileName).normalize("NFC"),
    documentId: `sha256:${createHash("sha256").update(file.bytes).digest("hex")}`,
    pages,
    passages,
  };
};

const indexPassage = ({ page, headings, lines }: CutPassage): IndexedPassage => ({
  page,
  headings,
  quotation: foldSpace(lines.join(" ")),
  terms: [...headings.flatMap(termsOf), ...termsOf(lines.join("\n"))],
});
