// Pictures with captions: the finding, the regions, the nearest known cases, the cited pages.
import type { PictureData } from "../document.ts";
import { gap, INK, LEFT, LINE, QUIET, room, type Sheet, WIDTH } from "./sheet.ts";
import { flow, heightOf, label } from "./text-flow.ts";

export interface Captioned {
  readonly picture: PictureData;
  readonly caption: string;
}

const SPACE = 12;
/** Of the finding, so that the text begins on the first page. */
const MOST_HEIGHT = 290;

export const heading = (sheet: Sheet, text: string, needs = 110): void => {
  gap(sheet, 14);
  room(sheet, needs);
  flow(sheet, [{ text, face: "bold", size: 11, colour: INK }], { x: LEFT, width: WIDTH });
  gap(sheet, 3);
};

/** Side by side in one row of equal frames. Formats that a PDF cannot hold are left out. */
export const drawRow = (
  sheet: Sheet,
  pictures: readonly Captioned[],
  { height, columns }: { height: number; columns: number },
): void => {
  const shown = pictures.filter(
    ({ picture }) => picture.mime === "image/png" || picture.mime === "image/jpeg",
  );
  const width = (WIDTH - (columns - 1) * SPACE) / columns;
  for (let start = 0; start < shown.length; start += columns) {
    const row = shown.slice(start, start + columns);
    const captions = Math.max(
      ...row.map(({ caption }) => heightOf(sheet, [{ text: caption, size: 7.5 }], { width, lead: 1.4 })),
    );
    const y = room(sheet, height + captions + 10);
    for (const [index, { picture, caption }] of row.entries()) {
      const x = LEFT + index * (width + SPACE);
      fitted(sheet, picture, { x, y, width, height });
      sheet.y = y + height + 3;
      flow(sheet, [{ text: caption, size: 7.5, colour: QUIET }], { x, width, lead: 1.4 });
    }
    sheet.y = y + height + captions + 10;
  }
};

/** The finding large, and two more beside it, as high together and as wide as the page where that is not too high. */
export const drawFinding = (sheet: Sheet, main: Captioned, beside: readonly Captioned[]): void => {
  const own = sizeOf(sheet, main.picture);
  const parts = 1 + (beside.length === 0 ? 0 : 1 / beside.length);
  const height = Math.min(MOST_HEIGHT, (WIDTH - SPACE) / parts / (own.width / own.height));
  const y = room(sheet, height + 20);
  const small = (height - (beside.length - 1) * 18) / Math.max(1, beside.length);
  const { width } = framed(sheet, main, { x: LEFT, y, width: WIDTH, height });
  for (const [index, picture] of beside.entries()) {
    const x = LEFT + width + SPACE;
    framed(sheet, picture, { x, y: y + index * (small + 18), width: WIDTH - width - SPACE, height: small });
  }
  sheet.y = y + height + 20;
};

interface SizeReader {
  openImage(image: Buffer): { readonly width: number; readonly height: number };
}

const sizeOf = (sheet: Sheet, { bytes }: Pick<PictureData, "bytes">): { width: number; height: number } =>
  // pdfkit documents openImage; its types leave it out.
  (sheet as Sheet & SizeReader).openImage(Buffer.from(bytes));

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const framed = (sheet: Sheet, { picture, caption }: Captioned, box: Box): { width: number } => {
  const shown = fitted(sheet, picture, box);
  label(sheet, { text: caption, size: 7.5, colour: QUIET }, { x: box.x, y: box.y + box.height + 3 });
  return shown;
};

/** As large as the box lets it be, at the box's left, with a line around it. */
const fitted = (
  sheet: Sheet,
  { bytes }: Pick<PictureData, "bytes">,
  { x, y, width, height }: Box,
): { width: number } => {
  const own = sizeOf(sheet, { bytes });
  const scale = Math.min(width / own.width, height / own.height);
  const size = { width: own.width * scale, height: own.height * scale };
  sheet.image(Buffer.from(bytes), x, y, size);
  sheet.rect(x, y, size.width, size.height).lineWidth(0.5).strokeColor(LINE).stroke();
  return size;
};
