// From the bytes of a PDF to the text of its pages; the only file that knows the PDF library. Scanned pages are
// refused instead of recognised: a guess must not be quoted as the manual's word.
import type { Document } from "@langchain/core/documents";
import { GumsaError, throwIfCancelled } from "../errors.ts";

export interface PdfFile {
  /** For messages only. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** The text of each page, from page 1; a page without text is empty. */
export const readPdf = async (file: PdfFile, signal?: AbortSignal): Promise<string[]> => {
  throwIfCancelled(signal);
  const documents = await unlessCancelled(loadPages(file), signal);
  const pages: string[] = [];
  for (const { pageContent, metadata } of documents) {
    const { total, number } = pageNumbers(metadata);
    while (pages.length < total) pages.push("");
    pages[number - 1] = plainText(pageContent);
  }
  if (!pages.some((text) => /[\p{L}\p{N}]/u.test(text))) throw withoutText(file);
  return pages;
};

/** The library is loaded by the first manual: an inspection does not wait for it. */
const loadPages = async ({ fileName, bytes }: PdfFile): Promise<Document[]> => {
  const { PDFLoader } = await import("@langchain/community/document_loaders/fs/pdf");
  const { PasswordException } = await import("pdf-parse");
  try {
    return await new PDFLoader(new Blob([new Uint8Array(bytes)])).load();
  } catch (cause) {
    if (cause instanceof PasswordException) {
      throw new GumsaError("manual_encrypted", `${fileName} is protected by a password.`, {
        hint: "Take the password off: qpdf --decrypt --password=SECRET in.pdf out.pdf",
        cause,
      });
    }
    throw new GumsaError("manual_unreadable", `${fileName} is not a readable PDF (${bytes.length} bytes).`, {
      hint: "Open it in a PDF viewer. If it shows, export it as PDF again; if not, fetch a new copy.",
      cause,
    });
  }
};

/** The library cannot be stopped: on a long manual the caller is let go at once, and its result dropped. */
const unlessCancelled = <Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> =>
  new Promise((resolve, reject) => {
    const stop = (): void =>
      reject(new GumsaError("cancelled", "The work was cancelled.", { cause: signal?.reason }));
    signal?.addEventListener("abort", stop, { once: true });
    work.then(resolve, reject).finally(() => signal?.removeEventListener("abort", stop));
  });

const withoutText = ({ fileName }: PdfFile): GumsaError =>
  new GumsaError("manual_without_text", `${fileName} has no text layer, only pictures or drawings.`, {
    hint: "Add a text layer: ocrmypdf --language kor+eng in.pdf out.pdf",
  });

const pageNumbers = (metadata: Document["metadata"]): { total: number; number: number } => {
  const total: unknown = metadata.pdf?.totalPages;
  const number: unknown = metadata.loc?.pageNumber;
  if (typeof total === "number" && typeof number === "number") return { total, number };
  throw new Error("The PDF library no longer tells the number of a page.");
};

/**
 * Fonts without a proper table of characters leave control characters for spaces, private ones for bullets,
 * ligatures, and Korean letters taken apart.
 */
const plainText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029/gu, "\n")
    .replace(/[^\P{Cc}\n]|\u00a0/gu, " ")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, "")
    .replace(/[\uf0b7\uf0a7\uf06c\uf09f]/gu, "•")
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize("NFKC"))
    .normalize("NFC");
