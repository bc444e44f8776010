// The only file that opens a PDF (pdf.js, which pdf-parse is built upon too). Loaded in worker threads only: a page
// takes tens of milliseconds, and the main thread has others to serve.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { PDFDocumentProxy, PDFPageProxy } from "pdfjs-dist";
import { getDocument, Util, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { GumsaError } from "../../errors.ts";
import { plainText } from "./plain-text.ts";
import { type TextRun, uprightRun } from "./text-run.ts";

export interface PdfFile {
  /** For messages only. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export type OpenPdf = AsyncDisposable & { readonly document: PDFDocumentProxy };

/** Throws `manual_encrypted`, `manual_unreadable`. */
export const openPdf = async ({ fileName, bytes }: PdfFile): Promise<OpenPdf> => {
  const loading = getDocument({ ...PDF_OPTIONS, data: new Uint8Array(bytes) });
  try {
    const document = await loading.promise;
    return { document, [Symbol.asyncDispose]: () => loading.destroy() };
  } catch (cause) {
    await loading.destroy();
    const isLocked = cause instanceof Error && cause.name === "PasswordException"; // a class that is not exported
    throw isLocked ? encrypted(fileName, cause) : unreadable({ fileName, bytes }, cause);
  }
};

/** The text of a page, each piece in its place. Throws `manual_unreadable`. */
export const readRuns = async ({ document }: OpenPdf, page: number, file: PdfFile): Promise<TextRun[]> => {
  try {
    return await runsOf(await document.getPage(page));
  } catch (cause) {
    throw unreadable(file, cause);
  }
};

const runsOf = async (page: PDFPageProxy): Promise<TextRun[]> => {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => {
    if (!("str" in item)) return [];
    const matrix: number[] = Util.transform(viewport.transform, item.transform);
    const run = item.str && uprightRun({ text: plainText(item.str), matrix, width: item.width });
    return run ? [run] : [];
  });
  page.cleanup();
  return runs;
};

const library = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** Fonts that a PDF may take for granted, and the character tables without which Korean ones are unreadable. */
export const PDF_OPTIONS = {
  cMapUrl: join(library, "cmaps", "/"),
  cMapPacked: true,
  standardFontDataUrl: join(library, "standard_fonts", "/"),
  verbosity: VerbosityLevel.ERRORS,
  isEvalSupported: false,
};

const encrypted = (fileName: string, cause: unknown): GumsaError =>
  new GumsaError("manual_encrypted", `${fileName} is protected by a password.`, {
    hint: "Take the password off: qpdf --decrypt --password=SECRET in.pdf out.pdf",
    cause,
  });

const unreadable = ({ fileName, bytes }: PdfFile, cause: unknown): GumsaError =>
  new GumsaError("manual_unreadable", `${fileName} is not a readable PDF (${bytes.length} bytes).`, {
    hint: "Open it in a PDF viewer. If it shows, export it as PDF again; if not, fetch a new copy.",
    cause,
  });
