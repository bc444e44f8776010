// A PDF read, cut and made searchable, in the shape in which the store takes it.
import { createHash } from "node:crypto";
import { basename } from "node:path";
import type { IndexedManual, IndexedPassage } from "../domain/manual.ts";
import { type CutPassage, cutPassages } from "./passages.ts";
import { foldSpace } from "./quotation.ts";
import { type PdfFile, type ReadRun, readPdf } from "./read-pdf.ts";
import { termsOf } from "./terms.ts";

/** Throws `manual_unreadable`, `manual_encrypted`, `manual_without_text`, `cancelled`. */
export const indexManual = async (file: PdfFile, run: ReadRun): Promise<IndexedManual> => {
  const pages = await readPdf(file, run);
  const passages = cutPassages(pages).map(indexPassage);
  return {
    document: basename(file.fileName).normalize("NFC"),
    documentId: `sha256:${createHash("sha256").update(file.bytes).digest("hex")}`,
    pages,
    passages,
  };
};

const indexPassage = ({ page, headings, form, lines }: CutPassage): IndexedPassage => ({
  page,
  headings,
  form,
  quotation: foldSpace(lines.join(" ")),
  terms: [...headings.flatMap(termsOf), ...termsOf(lines.join("\n"))],
});
