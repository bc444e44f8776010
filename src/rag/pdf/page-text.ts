// The lines of a page in the order in which a person reads them, with the place of every word. PDFs draw text in
// any order: two columns row by row, a page sideways, a heading last. The words' places decide here. Cells of a
// table row are told apart by a tab.
import { inReadingOrder } from "./reading-order.ts";
import { type Cells, withWholeCells } from "./table-rows.ts";
import type { TextRun } from "./text-run.ts";

/** What stands side by side without a wide gap. */
export interface Segment {
  readonly runs: readonly TextRun[];
  readonly left: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  readonly height: number;
}

export interface PageLine {
  readonly text: string;
  /** From left to right; with the white space that `text` has between them left out. */
  readonly runs: readonly TextRun[];
}

/** In sizes of the font. */
const SPACE = 0.17;
const WIDE_GAP = 1;
const CELL_GAP = 1.4;

export const pageLines = (runs: readonly TextRun[]): PageLine[] => {
  const directions = [0, 1, 2, 3].map((turns) => runs.filter((run) => run.turns === turns));
  return directions
    .filter((group) => group.some(isInk))
    .toSorted((a, b) => lengthOf(b) - lengthOf(a))
    .map((group) => inReadingOrder(rowsOf(withoutDoubles(group)).flatMap(segmentsOf)))
    .flatMap((rows) => withWholeCells(rows, isLabelSegment))
    .map(lineOfCells)
    .filter(({ text }) => text !== "");
};

export const textOfLines = (lines: readonly PageLine[]): string => lines.map(({ text }) => text).join("\n");

const isInk = ({ text }: TextRun): boolean => /\S/u.test(text);

const lengthOf = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);

/** Some programs print bold letters by drawing them twice. */
const withoutDoubles = (runs: readonly TextRun[]): TextRun[] => {
  const seen = new Set<string>();
  return runs.filter(({ text, x, y }) => {
    const key = `${text} ${Math.round(x / 2)} ${Math.round(y / 2)}`;
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
};

/** Runs on one baseline; a raised or lowered figure stays with its word. */
const rowsOf = (runs: readonly TextRun[]): TextRun[][] => {
  const rows: TextRun[][] = [];
  const ink = runs.filter(isInk).toSorted((a, b) => a.y - b.y);
  for (const run of ink) {
    const row = rows.findLast(
      (candidate) =>
        overlap(candidate[0] ?? run, run) > 0.5 * Math.min(candidate[0]?.height ?? 0, run.height),
    );
    if (row) row.push(run);
    else rows.push([run]);
  }
  for (const space of runs.filter((run) => !isInk(run))) {
    rows.find(([first]) => first && Math.abs(first.y - space.y) < 0.5 * first.height)?.push(space);
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x));
};

const overlap = (a: TextRun, b: TextRun): number =>
  Math.min(a.y, b.y) - Math.max(a.y - a.height, b.y - b.height);

const segmentsOf = (row: readonly TextRun[]): Segment[] => {
  const parts: TextRun[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const run of row) {
    if (isInk(run) && run.x - right > WIDE_GAP * run.height) parts.push([]);
    parts.at(-1)?.push(run);
    if (isInk(run)) right = run.x + run.width;
  }
  return parts.map((runs) => {
    const ink = runs.filter(isInk);
    return {
      runs,
      left: Math.min(...ink.map(({ x }) => x)),
      right: Math.max(...ink.map(({ x, width }) => x + width)),
      y: ink[0]?.y ?? 0,
      height: Math.max(...ink.map(({ height }) => height)),
    };
  });
};

const lineOfCells = (cells: Cells): PageLine => {
  const lines = cells.map((cell) => cell.map(lineOf));
  return {
    text: lines.map((cell) => cell.map(({ text }) => text).join(" ")).join("\t"),
    runs: lines.flat().flatMap(({ runs }) => runs),
  };
};

const lineOf = (segments: readonly Segment[]): PageLine => {
  const runs = segments.flatMap((segment) => segment.runs);
  let text = "";
  let previous: TextRun | undefined;
  for (const run of runs) {
    if (previous && isInk(run)) text += spaceBetween(previous, run, text);
    text += isInk(run) ? run.text : " ";
    if (isInk(run)) previous = run;
  }
  return {
    text: text
      .replace(/ +/gu, " ")
      .replace(/ ?\t ?/gu, "\t")
      .trim(),
    runs: runs.filter(isInk),
  };
};

const spaceBetween = (previous: TextRun, run: TextRun, before: string): string => {
  const gap = (run.x - previous.x - previous.width) / run.height;
  if (gap > CELL_GAP && !isLabel(before)) return "\t";
  return gap > SPACE ? " " : "";
};

const isLabelSegment = ({ runs }: Segment): boolean => isLabel(runs.map(({ text }) => text).join(""));

/** A bullet or a number, however far before its sentence it hangs. */
const isLabel = (text: string): boolean => /^(?:\P{L}{0,8}|\(?\p{L}[.)]?)\s*$/u.test(text);
