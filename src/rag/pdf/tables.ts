// Where a table begins and ends among the rows of a page, and what stands in which of its columns.
import type { Segment } from "./page-text.ts";

export interface Column {
  readonly left: number;
  readonly right: number;
}
/** What stands in each column, by its place among them. */
export interface TableLine {
  readonly y: number;
  readonly height: number;
  readonly cells: ReadonlyMap<number, readonly Segment[]>;
}
export interface Table {
  readonly columns: readonly Column[];
  readonly lines: readonly TableLine[];
}

/** In sizes of the font: what stands farther below is no longer of the table. */
const WIDEST_GAP = 4;

/** From a row of two cells on, as long as each part stands in one column; undefined where no second such row follows. */
export const tableAt = (
  rows: readonly (readonly Segment[])[],
  isLabel: (segment: Segment) => boolean,
): Table | undefined => {
  const lines: Segment[][][] = [];
  let columns: readonly Column[] = [];
  for (const row of rows) {
    const cells = withLabels(row, isLabel);
    if (lines.length === 0 && cells.length < 2) return undefined;
    if (isApart(lines.at(-1), cells)) break;
    const wider = widened(columns, cells);
    if (wider === undefined) break;
    columns = wider;
    lines.push(cells);
  }
  if (lines.filter(({ length }) => length > 1).length < 2) return undefined;
  return { columns, lines: lines.map((cells) => lineIn(columns, cells)) };
};

/** A bullet or a number stands in one cell with what it hangs before. */
const withLabels = (row: readonly Segment[], isLabel: (segment: Segment) => boolean): Segment[][] => {
  const [first, second, ...rest] = row;
  if (first === undefined || second === undefined || !isLabel(first)) return row.map((segment) => [segment]);
  return [[first, second], ...rest.map((segment) => [segment])];
};

const isApart = (above: readonly Segment[][] | undefined, below: readonly Segment[][]): boolean => {
  const [last, next] = [above?.[0]?.[0], below[0]?.[0]];
  if (last === undefined || next === undefined) return false;
  const gap = (next.y - last.y) / Math.max(last.height, next.height);
  return gap > WIDEST_GAP;
};

/** The columns with a further line; undefined where something in it stands across two. */
const widened = (columns: readonly Column[], cells: readonly Segment[][]): readonly Column[] | undefined => {
  let wider = columns;
  for (const cell of cells) {
    const extent = extentOf(cell);
    const met = wider.filter((column) => column.left < extent.right && column.right > extent.left);
    if (met.length > 1) return undefined;
    const joined = [...met, extent];
    const column = {
      left: Math.min(...joined.map(({ left }) => left)),
      right: Math.max(...joined.map(({ right }) => right)),
    };
    wider = [...wider.filter((one) => !met.includes(one)), column];
  }
  return wider.toSorted((a, b) => a.left - b.left);
};

export const extentOf = (cell: readonly Segment[]): Column => ({
  left: Math.min(...cell.map(({ left }) => left)),
  right: Math.max(...cell.map(({ right }) => right)),
});

const lineIn = (columns: readonly Column[], cells: readonly Segment[][]): TableLine => {
  const all = cells.flat();
  return {
    y: all[0]?.y ?? 0,
    height: Math.max(...all.map(({ height }) => height)),
    cells: new Map(
      cells.map((cell) => [
        columns.findIndex(({ left, right }) => extentOf(cell).left < right && extentOf(cell).right > left),
        cell,
      ]),
    ),
  };
};
