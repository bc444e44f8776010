// What worker threads do with a PDF. The library is loaded there, by the first job, and nowhere else.
import { defineJob } from "../../inference/job.ts";
import type { PdfFile } from "./open-pdf.ts";
import type { PageBox } from "./text-run.ts";

export interface PageRange {
  /** Counted from 1; both are read, as far as they exist. */
  readonly first: number;
  readonly last: number;
}

export const readPages = defineJob(
  import.meta.url,
  "readPages",
  async ({
    file,
    range,
  }: {
    file: PdfFile;
    range: PageRange;
  }): Promise<{ total: number; pages: string[] }> => {
    const { loadPages } = await import("./load-pages.ts");
    return loadPages(file, range);
  },
);

export interface PageRequest {
  readonly file: PdfFile;
  readonly page: number;
  /** The words to be marked, white space aside. */
  readonly quote?: string | undefined;
  /** `excerpt`: the strip of the page around the marked words. */
  readonly part?: "page" | "excerpt" | undefined;
}

export interface DrawnPage {
  readonly png: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Around the quoted words, a box a line, in pixels of the picture; empty where they do not stand on the page. */
  readonly marks: readonly PageBox[];
}

export const drawPage = defineJob(
  import.meta.url,
  "drawPage",
  async (request: PageRequest): Promise<DrawnPage> => {
    const { renderPage } = await import("./render-page.ts");
    return renderPage(request);
  },
);
