// A page as a picture, with the quoted words marked as with a highlighter.
import { PDFParse } from "pdf-parse";
import sharp from "sharp";
import { GumsaError } from "../../errors.ts";
import { openPdf, PDF_OPTIONS, type PdfFile, readRuns } from "./open-pdf.ts";
import { pageLines } from "./page-text.ts";
import type { DrawnPage, PageRequest } from "./pdf-jobs.ts";
import { quoteBoxes } from "./quote-boxes.ts";
import { boxOf, type PageBox } from "./text-run.ts";

/** Sharp enough to read small print, small enough to stand in a report. */
const WIDTH_PX = 1100;
const MARGIN_PT = 1.5;
const EXCERPT_MARGIN_PX = 72;

/** Throws `manual_page_unknown`, and what opening a PDF throws. */
export const renderPage = async ({ file, page, quote, part }: PageRequest): Promise<DrawnPage> => {
  const { quoted, all } = await boxesOnPage({ file, page, quote });
  const picture = await screenshot(file, page);
  const inPixels = (boxes: readonly PageBox[]): PageBox[] => boxes.map((box) => scaled(box, picture.scale));
  const marks = inPixels(quoted);
  const { width: widthPx, height: heightPx } = await sharp(picture.data).metadata();
  const size = { widthPx, heightPx };
  if (marks.length === 0) return { png: picture.data, ...size, marks };
  const whole = await marked(picture.data, marks, size);
  if (part !== "excerpt") return { png: new Uint8Array(whole), ...size, marks };
  return excerpt(whole, marks, { ...size, lines: inPixels(all) });
};

interface PageSize extends PictureSize {
  readonly lines: readonly PageBox[];
}

/**
 * The page's full width, and so much above and below the marks that one sees what they belong to. A line that the
 * margin would cut is left out.
 */
const excerpt = async (whole: Buffer, marks: readonly PageBox[], size: PageSize): Promise<DrawnPage> => {
  const first = Math.min(...marks.map(({ y }) => y));
  const last = Math.max(...marks.map(({ y, height }) => y + height));
  const [above, below] = [first - EXCERPT_MARGIN_PX, last + EXCERPT_MARGIN_PX];
  const cutAt = (edge: number): readonly PageBox[] =>
    size.lines.filter(({ y, height }) => y < edge && y + height > edge && (y + height <= first || y >= last));
  const top = Math.max(0, Math.floor(Math.max(above, ...cutAt(above).map(({ y, height }) => y + height))));
  const bottom = Math.min(size.heightPx, Math.ceil(Math.min(below, ...cutAt(below).map(({ y }) => y))));
  const strip = { left: 0, top, width: size.widthPx, height: bottom - top };
  const png = await sharp(whole).extract(strip).png({ palette: true }).toBuffer();
  const moved = marks.map((mark) => ({ ...mark, y: mark.y - top }));
  return { png: new Uint8Array(png), widthPx: size.widthPx, heightPx: strip.height, marks: moved };
};

interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const boxesOnPage = async ({
  file,
  page,
  quote,
}: PageRequest): Promise<{ quoted: readonly PageBox[]; all: readonly PageBox[] }> => {
  await using pdf = await openPdf(file);
  if (page < 1 || page > pdf.document.numPages) {
    throw new GumsaError(
      "manual_page_unknown",
      `${file.fileName} has ${pdf.document.numPages} pages, and no page ${page}.`,
    );
  }
  if (quote === undefined) return { quoted: [], all: [] };
  const lines = pageLines(await readRuns(pdf, page, file));
  return {
    quoted: quoteBoxes(lines, quote),
    all: lines.flatMap(({ runs }) => runs.map((run) => boxOf(run))),
  };
};

interface Picture {
  readonly data: Uint8Array;
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
  { widthPx, heightPx }: PictureSize,
): Promise<Buffer> => {
  const boxes = marks.map(
    ({ x, y, width, height }) =>
      `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#ffe36e"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}">${boxes.join("")}</svg>`;
  return sharp(png)
    .composite([{ input: Buffer.from(svg), blend: "multiply" }])
    .png({ palette: true })
    .toBuffer();
};
