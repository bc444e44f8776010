import type { RecordedFigure } from "./record.ts";
import type { Matrix } from "./section.ts";

export interface LaidOut {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    /** In place of cells: what stands for every column alike. */
    readonly whole: RecordedFigure | undefined;
    readonly cells: readonly (RecordedFigure | undefined)[];
  }[];
}

/** Rows and columns in the order in which their figures stand. */
export const matrixOf = (
  { figure, rows: key, columns: second }: Matrix,
  figures: readonly RecordedFigure[],
): LaidOut => {
  const own = figures.filter(({ name, scope }) => name === figure && scope[0] === key);
  const cells = own.filter(({ scope }) => scope[2] === second);
  const columns = [...new Set(cells.map(({ scope }) => scope[3] ?? ""))];
  return {
    columns,
    rows: [...new Set(own.map(({ scope }) => scope[1] ?? ""))].map((name) => ({
      name,
      whole: own.find(({ scope }) => scope.length === 2 && scope[1] === name),
      cells: columns.map((column) => cells.find(({ scope }) => scope[1] === name && scope[3] === column)),
    })),
  };
};
