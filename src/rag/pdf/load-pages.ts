// LangChain's PDF loader, taught to read columns, turned pages and table rows, and to read a few pages at a time.
import { PDFLoader } from "@langchain/community/document_loaders/fs/pdf";
import { Document } from "@langchain/core/documents";
import { openPdf, type PdfFile, readRuns } from "./open-pdf.ts";
import { pageLines, textOfLines } from "./page-text.ts";
import type { PageRange } from "./pdf-jobs.ts";

/** The text of each page of the range, and how many pages there are in all. */
export const loadPages = async (
  file: PdfFile,
  range: PageRange,
): Promise<{ total: number; pages: string[] }> => {
  const loader = new PageLoader(file, range);
  const documents = await loader.load();
  return { total: loader.total, pages: documents.map(({ pageContent }) => pageContent) };
};

class PageLoader extends PDFLoader {
  total = 0;
  readonly #file: PdfFile;
  readonly #range: PageRange;

  constructor(file: PdfFile, range: PageRange) {
    super(new Blob([]));
    this.#file = file;
    this.#range = range;
  }

  override async load(): Promise<Document[]> {
    return this.parse(Buffer.from(this.#file.bytes), { source: this.#file.fileName });
  }

  /** A page without text is an empty document. */
  override async parse(bytes: Buffer, metadata: Document["metadata"]): Promise<Document[]> {
    const file = { fileName: this.#file.fileName, bytes };
    await using pdf = await openPdf(file);
    this.total = pdf.document.numPages;
    const documents: Document[] = [];
    for (let page = this.#range.first; page <= Math.min(this.#range.last, this.total); page++) {
      const lines = pageLines(await readRuns(pdf, page, file));
      documents.push(
        new Document({
          pageContent: textOfLines(lines),
          metadata: { ...metadata, loc: { pageNumber: page } },
        }),
      );
    }
    return documents;
  }
}
