// A page as a picture, with the quoted words marked as with a highlighter.
import { PDFParse } from "pdf-parse";
import sharp from "sharp";
import { GumsaError } from "../../errors.ts";
import { openPdf, PDF_OPTIONS, type PdfFile, readRuns } from "./open-pdf.ts";
import { pageLines } from "./page-text.ts";
import type { DrawnPage, PageRequest } from "./pdf-jobs.ts";
import { quoteBoxes } from "./quote-boxes.ts";
import type { PageBox } from "./text-run.ts";

/** Sharp enough to read small print, small enough to stand in a report. */
const WIDTH_PX = 1100;
const MARGIN_PT = 1.5;

/** Throws `manual_page_unknown`, and what opening a PDF throws. */
export const renderPage = async ({ file, page, quote }: PageRequest): Promise<DrawnPage> => {
  const boxes = await boxesOnPage({ file, page, quote });
  const picture = await screenshot(file, page);
  const { width, height, scale } = picture;
  const marks = boxes.map((box) => scaled(box, scale));
  const [widthPx, heightPx] = [Math.floor(width), Math.floor(height)];
  const png = marks.length === 0 ? picture.data : await marked(picture.data, marks, { widthPx, heightPx });
  return { png: new Uint8Array(png), widthPx, heightPx, marks };
};

const boxesOnPage = async ({ file, page, quote }: PageRequest): Promise<PageBox[]> => {
  await using pdf = await openPdf(file);
  if (page < 1 || page > pdf.document.numPages) {
    throw new GumsaError(
      "manual_page_unknown",
      `${file.fileName} has ${pdf.document.numPages} pages, and no page ${page}.`,
    );
  }
  return quote === undefined ? [] : quoteBoxes(pageLines(await readRuns(pdf, page, file)), quote);
};

interface Picture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

const screenshot = async ({ bytes }: PdfFile, page: number): Promise<Picture> => {
  const parser = new PDFParse({ ...PDF_OPTIONS, data: new Uint8Array(bytes) });
  try {
    const shot = await parser.getScreenshot({ partial: [page], desiredWidth: WIDTH_PX, imageDataUrl: false });
    const [picture] = shot.pages;
    if (!picture) throw new Error("The PDF library drew no picture of a page that exists.");
    return picture;
  } finally {
    await parser.destroy();
  }
};

const scaled = ({ x, y, width, height }: PageBox, scale: number): PageBox => ({
  x: (x - MARGIN_PT) * scale,
  y: (y - MARGIN_PT) * scale,
  width: (width + 2 * MARGIN_PT) * scale,
  height: (height + 2 * MARGIN_PT) * scale,
});

const marked = (
  png: Uint8Array,
  marks: readonly PageBox[],
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Promise<Buffer> => {
  const boxes = marks.map(
    ({ x, y, width, height }) => `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffe36e"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${boxes.join("")}</svg>`;
  return sharp(png)
    .composite([{ input: Buffer.from(svg), blend: "multiply" }])
    .png({ palette: true })
    .toBuffer();
};
