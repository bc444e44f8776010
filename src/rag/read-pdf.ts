// From the bytes of a PDF to the text of its pages. Scanned pages are refused instead of recognised: a guess must
// not be quoted as the manual's word. A few pages at a time go to a worker thread, so that a long manual can be
// cancelled, tells how far it is, and leaves room between for an inspection.
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { JobPool } from "../inference/job-pool.ts";
import type { PdfFile } from "./pdf/open-pdf.ts";
import { readPages } from "./pdf/pdf-jobs.ts";

export type { PdfFile } from "./pdf/open-pdf.ts";

export interface ReadRun {
  readonly jobs: Pick<JobPool, "do">;
  readonly signal?: AbortSignal | undefined;
  /** From 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

const PAGES_AT_ONCE = 8;

/** The text of each page, from page 1; a page without text is empty. */
export const readPdf = async (file: PdfFile, { jobs, signal, onProgress }: ReadRun): Promise<string[]> => {
  const pages: string[] = [];
  let total = 1;
  while (pages.length < total) {
    throwIfCancelled(signal);
    const range = { first: pages.length + 1, last: pages.length + PAGES_AT_ONCE };
    const part = await jobs.do(readPages, { file, range }, signal);
    if (part.pages.length === 0) break;
    pages.push(...part.pages);
    total = part.total;
    onProgress?.(pages.length / total);
  }
  if (!pages.some((text) => /[\p{L}\p{N}]/u.test(text))) throw withoutText(file);
  return pages;
};

const withoutText = ({ fileName }: PdfFile): GumsaError =>
  new GumsaError("manual_without_text", `${fileName} has no text layer, only pictures or drawings.`, {
    hint: "Add a text layer: ocrmypdf --language kor+eng in.pdf out.pdf",
  });
