// Pictures with captions: the finding, the regions, the nearest known cases, the cited pages.
import type { PictureData } from "../document.ts";
import { gap, INK, LEFT, LINE, QUIET, room, type Sheet, WIDTH } from "./sheet.ts";
import { flow, heightOf, label } from "./text-flow.ts";

export interface Captioned {
  readonly picture: PictureData;
  readonly caption: string;
}

const SPACE = 12;

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
      sheet.image(Buffer.from(picture.bytes), x, y, {
        fit: [width, height],
        align: "center",
        valign: "center",
      });
      sheet.rect(x, y, width, height).lineWidth(0.5).strokeColor(LINE).stroke();
      sheet.y = y + height + 3;
      flow(sheet, [{ text: caption, size: 7.5, colour: QUIET }], { x, width, lead: 1.4 });
    }
    sheet.y = y + height + captions + 10;
  }
};

/** The finding large, and two more beside it. */
export const drawFinding = (sheet: Sheet, main: Captioned, beside: readonly Captioned[]): void => {
  const height = 226;
  const y = room(sheet, height + 20);
  const wide = beside.length === 0 ? WIDTH : WIDTH * 0.64;
  framed(sheet, main, { x: LEFT, y, width: wide, height });
  const small = (height - (beside.length - 1) * 18) / Math.max(1, beside.length);
  for (const [index, picture] of beside.entries()) {
    framed(sheet, picture, {
      x: LEFT + wide + SPACE,
      y: y + index * (small + 18),
      width: WIDTH - wide - SPACE,
      height: small,
    });
  }
  sheet.y = y + height + 20;
};

const framed = (
  sheet: Sheet,
  { picture, caption }: Captioned,
  box: { x: number; y: number; width: number; height: number },
): void => {
  const { x, y, width, height } = box;
  sheet.image(Buffer.from(picture.bytes), x, y, { fit: [width, height], align: "center", valign: "center" });
  sheet.rect(x, y, width, height).lineWidth(0.5).strokeColor(LINE).stroke();
  label(sheet, { text: caption, size: 7.5, colour: QUIET }, { x, y: y + height + 3 });
};
