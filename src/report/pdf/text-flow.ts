// Words on lines. Lines break at spaces only, as Korean print does; a word wider than a line is cut.
import { type Face, INK, room, type Sheet } from "./sheet.ts";

export interface Style {
  readonly face?: Face;
  readonly size?: number;
  readonly colour?: string;
}

export interface Run extends Style {
  readonly text: string;
}

export interface Block {
  readonly x: number;
  readonly width: number;
  readonly lead?: number;
}

interface Word extends Required<Style> {
  readonly text: string;
  readonly width: number;
}

const LEAD = 1.5;
/** What Nanum Gothic has no glyph for, in letters that it has. */
const SPELT: Readonly<Record<string, string>> = { α: "alpha", σ: "sigma", μ: "µ", "℃": "°C", "−": "-" };
/** Control, direction and format characters have no place in a document. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** Lays the runs below each other's lines from the sheet's place on, over page ends; the place moves below them. */
export const flow = (sheet: Sheet, runs: readonly Run[], { x, width, lead = LEAD }: Block): void => {
  for (const line of linesOf(sheet, runs, width)) {
    const height = Math.max(...line.map(({ size }) => size)) * lead;
    const y = room(sheet, height);
    drawLine(sheet, line, { x, y });
    sheet.y = y + height;
  }
};

/** How high `flow` would be. */
export const heightOf = (
  sheet: Sheet,
  runs: readonly Run[],
  { width, lead = LEAD }: Omit<Block, "x">,
): number =>
  linesOf(sheet, runs, width).reduce(
    (sum, line) => sum + Math.max(...line.map(({ size }) => size)) * lead,
    0,
  );

/** One line that is not broken, at a fixed place; the sheet's own place stays. */
export const label = (
  sheet: Sheet,
  run: Run,
  { x, y, width }: { x: number; y: number; width?: number },
): void => {
  const [line = []] = linesOf(sheet, [run], width ?? 1e4);
  drawLine(sheet, line, { x, y });
};

const drawLine = (sheet: Sheet, line: readonly Word[], { x, y }: { x: number; y: number }): void => {
  const base = Math.max(...line.map(({ size }) => size));
  const place = sheet.y;
  let at = x;
  for (const { text, face, size, colour, width } of line) {
    sheet.font(face).fontSize(size).fillColor(colour);
    sheet.text(text, at, y + (base - size) * 0.86, { lineBreak: false });
    at += width;
  }
  sheet.y = place;
};

const linesOf = (sheet: Sheet, runs: readonly Run[], width: number): readonly (readonly Word[])[] => {
  const lines: Word[][] = [[]];
  let used = 0;
  for (const word of runs
    .flatMap((run) => wordsOf(sheet, run))
    .flatMap((whole) => cut(sheet, whole, width))) {
    const line = lines.at(-1) ?? [];
    if (used + trimmedWidth(sheet, word) > width && line.length > 0) {
      lines.push([word]);
      used = word.width;
    } else {
      line.push(word);
      used += word.width;
    }
  }
  return lines.filter((line) => line.length > 0);
};

/** Each word with the space behind it; a number stays with its unit. */
const wordsOf = (sheet: Sheet, { text, face = "regular", size = 9, colour = INK }: Run): readonly Word[] => {
  const words =
    text
      .normalize("NFC")
      .replace(UNPRINTABLE, " ")
      .replace(/[ασμ℃−]/gu, (sign) => SPELT[sign] ?? sign)
      .match(/(?:\S*\d )*\S+\s*|\s+/gu) ?? [];
  return words.map((word) => measured(sheet, { text: word.replace(/\s+/gu, " "), face, size, colour }));
};

const measured = (sheet: Sheet, word: Omit<Word, "width">): Word => ({
  ...word,
  width: sheet.font(word.face).fontSize(word.size).widthOfString(word.text),
});

const trimmedWidth = (sheet: Sheet, word: Word): number =>
  word.text.endsWith(" ") ? measured(sheet, { ...word, text: word.text.trimEnd() }).width : word.width;

const cut = (sheet: Sheet, word: Word, width: number): readonly Word[] => {
  if (trimmedWidth(sheet, word) <= width) return [word];
  const pieces: string[] = [""];
  for (const character of word.text) {
    const longer = `${pieces.at(-1) ?? ""}${character}`;
    if (measured(sheet, { ...word, text: longer }).width > width) pieces.push(character);
    else pieces[pieces.length - 1] = longer;
  }
  return pieces.map((text) => measured(sheet, { ...word, text }));
};
