// Where on a page a quotation stands: one box for each line that it covers. White space is not compared, because
// lines break within words, and spaces are often not drawn at all.
import type { PageLine } from "./page-text.ts";
import { boxOf, type PageBox, type TextRun } from "./text-run.ts";

/** Empty where the words do not stand on the page in this order. */
export const quoteBoxes = (lines: readonly PageLine[], quote: string): PageBox[] => {
  const words = quote.normalize("NFC").replace(/\s+/gu, "");
  const letters = lines.flatMap(lettersOf);
  const start = letters
    .map(({ letter }) => letter)
    .join("")
    .indexOf(words);
  if (words === "" || start < 0) return [];
  const quoted = lettersBetween(letters, start, start + words.length);
  const touched = new Set(quoted.map(({ line }) => line));
  return [...touched].map((line) => union(quoted.filter((letter) => letter.line === line).map(boxOfLetter)));
};

interface Letter {
  readonly letter: string;
  readonly run: TextRun;
  readonly line: PageLine;
  /** Its place within the run, from 0 to 1. */
  readonly from: number;
  readonly to: number;
}

const lettersOf = (line: PageLine): Letter[] =>
  line.runs.flatMap((run) => {
    const widths = [...run.text].map((letter) => ({ letter, width: widthOf(letter) }));
    const total = widths.reduce((sum, { width }) => sum + width, 0);
    let from = 0;
    return widths.flatMap(({ letter, width }) => {
      const to = from + width / total;
      const placed = { letter, run, line, from, to };
      from = to;
      return /\s/u.test(letter) ? [] : [placed];
    });
  });

/** About; the widths of single letters are the font's secret. */
const widthOf = (letter: string): number => {
  if (/[\u1100-\uffff]/u.test(letter)) return 1;
  return /[\s.,:;'!|ilj()[\]]/u.test(letter) ? 0.35 : 0.6;
};

/** Counted in UTF-16 units, as `indexOf` counts. */
const lettersBetween = (letters: readonly Letter[], start: number, end: number): Letter[] => {
  let at = 0;
  return letters.filter(({ letter }) => {
    const isQuoted = at >= start && at < end;
    at += letter.length;
    return isQuoted;
  });
};

const boxOfLetter = ({ run, from, to }: Letter): PageBox => boxOf(run, from, to);

const union = (boxes: readonly PageBox[]): PageBox => {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
};
