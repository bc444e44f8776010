// Rows of a table whose cells go over several lines. A PDF knows no rows: the second line of a cell is drawn like the
// first one of the next row. What belongs together is told by the gaps between lines, by an empty first cell, and by
// this: the line above had no room for the word with which a continued one begins.
import type { Segment } from "./page-text.ts";
import { extentOf, type Table, type TableLine, tableAt } from "./tables.ts";

/** A row of the page: its cells, each with its lines from top to bottom. What is no table has one cell of one line. */
export type Cells = readonly (readonly (readonly Segment[])[])[];

/** In sizes of the font. */
const LINE_PITCH = 1.7;
const PROSE_WIDTH = 5;
const SPACE = 0.2;
/** Between the cells of two columns. */
const WIDEST_MARGIN = 3;
/** Lines that overlap stand in one row: a short cell in the middle of a high one. */
const OVERLAP = 0.95;
/** Rows stand apart by so much more than the lines of a cell. */
const LOOSER = 1.25;

export const withWholeCells = (
  rows: readonly (readonly Segment[])[],
  isLabel: (segment: Segment) => boolean,
): Cells[] => {
  const whole: Cells[] = [];
  for (let at = 0; at < rows.length; ) {
    const table = tableAt(rows.slice(at), isLabel);
    const groups = table === undefined ? [[]] : groupsOf(table);
    for (const lines of groups) {
      whole.push(lines.length > 1 ? cellsOf(lines) : [[rows[at] ?? []]]);
      at += Math.max(1, lines.length);
    }
  }
  return whole;
};

/** The lines of each row. */
const groupsOf = (table: Table): (readonly TableLine[])[] => {
  const gaps = gapsOf(table);
  const grouped = (isSure: boolean): TableLine[][] => {
    const groups: TableLine[][] = [];
    for (const line of table.lines) {
      const group = groups.at(-1);
      if (group && continues(group, line, { table, gaps, isSure })) group.push(line);
      else groups.push([line]);
    }
    return groups;
  };
  const groups = grouped(false);
  // Where some cells certainly go over several lines, lines that fill every column may do so too.
  return gaps.isTwofold && groups.some(({ length }) => length > 1) ? grouped(true) : groups;
};

interface Gaps {
  /** The least gap of lines that do not overlap. */
  readonly least: number;
  /** Whether some lines stand clearly farther apart than others. */
  readonly isTwofold: boolean;
}

const gapsOf = ({ lines }: Table): Gaps => {
  const gaps = lines.slice(1).map((line, index) => line.y - (lines[index]?.y ?? 0));
  const apart = gaps.filter((gap, index) => gap >= OVERLAP * (lines[index]?.height ?? 0));
  const least = Math.min(...apart);
  return { least, isTwofold: Math.max(...apart) >= LOOSER * least };
};

interface Known {
  readonly table: Table;
  readonly gaps: Gaps;
  readonly isSure: boolean;
}

const continues = (row: readonly TableLine[], line: TableLine, { table, gaps, isSure }: Known): boolean => {
  const last = row.at(-1);
  if (last === undefined) return false;
  const gap = line.y - last.y;
  if (gap < OVERLAP * last.height) return [...line.cells.keys()].every((place) => !last.cells.has(place));
  if (gap > LINE_PITCH * last.height || !isWrapped(row, line, table)) return false;
  const filled = new Set(row.flatMap(({ cells }) => [...cells.keys()]));
  if (filled.has(0) && !line.cells.has(0)) return true;
  const isTight = gaps.isTwofold && gap < LOOSER * gaps.least;
  return isTight && (isSure || line.cells.size < filled.size || !filled.has(0));
};

/** Whether each cell that it goes on with had no room for its first word, and one of them holds more than a figure. */
const isWrapped = (row: readonly TableLine[], line: TableLine, table: Table): boolean => {
  const above = [...line.cells].flatMap(([place, cell]) => {
    const last = row.findLast(({ cells }) => cells.has(place))?.cells.get(place);
    return last === undefined ? [] : [{ last, cell, limit: limitOf(place, line, table) }];
  });
  const isFull = above.every(
    ({ last, cell, limit }) => extentOf(last).right + SPACE * line.height + firstWordWidth(cell) > limit,
  );
  const isProse = above.some(({ last }) => {
    const { left, right } = extentOf(last);
    return right - left >= PROSE_WIDTH * line.height;
  });
  return isFull && isProse;
};

/** How far the cells of a column may reach, were they as wide as they can be. */
const limitOf = (place: number, { height }: TableLine, { columns }: Table): number =>
  Math.max(columns[place]?.right ?? 0, (columns[place + 1]?.left ?? 0) - WIDEST_MARGIN * height);

const firstWordWidth = (cell: readonly Segment[]): number => {
  const run = cell[0]?.runs.find(({ text }) => /\S/u.test(text));
  if (run === undefined) return 0;
  const [word = ""] = run.text.trim().split(/\s/u);
  return (run.width * word.length) / run.text.length;
};

const cellsOf = (lines: readonly TableLine[]): Cells => {
  const places = [...new Set(lines.flatMap(({ cells }) => [...cells.keys()]))].toSorted((a, b) => a - b);
  return places.map((place) =>
    lines.flatMap(({ cells }) => (cells.has(place) ? [cells.get(place) ?? []] : [])),
  );
};
