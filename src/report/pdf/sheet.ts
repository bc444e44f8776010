// The paper: A4 pages that follow each other as what is laid on them needs room, with a foot on every one.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Language } from "../../domain/language.ts";

export type Sheet = InstanceType<typeof PDFDocument>;
export type Face = "regular" | "bold";

export const INK = "#1b1f23";
export const QUIET = "#616a72";
export const LINE = "#d9dad4";
export const WASH = "#f6f6f3";
export const ACCENT = "#37516b";

export const LEFT = 44;
export const WIDTH = 595.28 - 2 * LEFT;
const TOP = 44;
const BOTTOM = 841.89 - 52;

export interface SheetInfo {
  readonly title: string;
  readonly language: Language;
  /** At the foot of each page. */
  readonly foot: string;
  readonly createdAt: Date;
}

/** Only the glyphs that are used go into the file (pdfkit embeds subsets). */
export const openSheet = async ({ title, language, createdAt }: SheetInfo): Promise<Sheet> => {
  const sheet = new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: "Gumsa", CreationDate: createdAt, ModDate: createdAt },
  });
  const { resolve } = createRequire(import.meta.url);
  for (const [face, name] of [
    ["regular", "400Regular"],
    ["bold", "700Bold"],
  ] as const) {
    const file = resolve(`@expo-google-fonts/nanum-gothic/${name}/NanumGothic_${name}.ttf`);
    // The empty glyph of the space stands at the very end of the file, and fontkit reads a header behind it.
    sheet.registerFont(face, Buffer.concat([await readFile(file), Buffer.alloc(16)]));
  }
  sheet.font("regular").fontSize(9).fillColor(INK);
  sheet.x = LEFT;
  sheet.y = TOP;
  return sheet;
};

/** Begins a new page unless this much is free below; the place to draw at. */
export const room = (sheet: Sheet, height: number): number => {
  if (sheet.y + height > BOTTOM && sheet.y > TOP) {
    sheet.addPage();
    sheet.y = TOP;
  }
  return sheet.y;
};

export const gap = (sheet: Sheet, height: number): void => {
  sheet.y += height;
};

/** Numbers the pages and gives the bytes. */
export const closeSheet = async (sheet: Sheet, { foot }: SheetInfo): Promise<Uint8Array> => {
  const { count } = sheet.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    sheet.switchToPage(page);
    sheet
      .moveTo(LEFT, 803)
      .lineTo(LEFT + WIDTH, 803)
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    sheet.font("regular").fontSize(7.5).fillColor(QUIET);
    sheet.text(foot, LEFT, 810, { lineBreak: false });
    const number = `${page + 1} / ${count}`;
    sheet.text(number, LEFT + WIDTH - sheet.widthOfString(number), 810, { lineBreak: false });
  }
  const chunks: Uint8Array[] = [];
  sheet.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    sheet.on("end", resolve);
    sheet.on("error", reject);
  });
  sheet.end();
  await ended;
  return Buffer.concat(chunks);
};
