// What a suite shows beside its figures, as plain data: the page, the record and the terminal draw it.
import type { Bilingual } from "../src/domain/language.ts";
import type { Unit } from "./suite.ts";

/** A text that is the same in every language (a file's name), one in both, or a number with its unit. */
export type Cell = string | Bilingual | { readonly value: number | undefined; readonly unit: Unit };

export interface Table {
  readonly kind: "table";
  readonly title: Bilingual;
  readonly columns: readonly (string | Bilingual)[];
  readonly rows: readonly (readonly Cell[])[];
}

export interface Axis {
  readonly label: Bilingual;
  readonly min?: number;
  readonly max?: number;
  readonly isLogarithmic?: true;
}

export interface Chart {
  readonly kind: "chart";
  readonly title: Bilingual;
  /** Points joined by lines, or bars of equal width (a histogram: the point's x is a bar's middle). */
  readonly mark: "line" | "bar" | "point";
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly {
    readonly name: string | Bilingual;
    readonly points: readonly (readonly [x: number, y: number])[];
  }[];
}

/**
 * A figure of scopes in two parts, laid out with its intervals: rows by the name in the first part, columns by that in the
 * second. A scope of the first part alone is a row of one value. The run's record has the figures.
 */
export interface Matrix {
  readonly kind: "matrix";
  readonly title: Bilingual;
  readonly figure: string;
  /** The keys of the two parts: `degradations`, `severity`. */
  readonly rows: string;
  readonly columns: string;
  /** What names of rows are called; others are shown as they are. */
  readonly names: Readonly<Record<string, Bilingual>>;
}

export interface Gallery {
  readonly kind: "gallery";
  readonly title: Bilingual;
  /** Small (512 px at most): they are carried inside the page, and never in the record. */
  readonly pictures: readonly { readonly caption: string | Bilingual; readonly png: Uint8Array }[];
}

export interface Note {
  readonly kind: "note";
  readonly text: Bilingual;
  /** Without it the figures would mislead: it leads the page, and the terminal says it too. */
  readonly isWarning?: true;
}

export type Section = Table | Matrix | Chart | Gallery | Note;
