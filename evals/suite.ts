// What a suite is. It names its units of work, measures one at a time and turns what was measured into figures;
// the journal, resuming, progress, intervals, the record, the page and comparing two runs are the harness's
// (`run.ts`), alike for all. A suite keeps paths and numbers, never pictures: memory does not grow with the data.
import type { z } from "zod";
import type { Bilingual } from "../src/domain/language.ts";
import type { SuiteContext } from "./context.ts";
import type { Figure } from "./metrics/figure.ts";
import type { Section } from "./section.ts";

/** One unit of work. What was measured of it is not measured again after an interruption. */
export interface Item {
  /** The same in every run over the same data: a picture's path within the data set. */
  readonly id: string;
  /** The bootstrap draws within each stratum, so that every draw has as many good and bad pictures: `carpet/good`. */
  readonly stratum?: string;
  /** What resembles each other is drawn together (a sheet); without it each item stands alone. */
  readonly group?: string;
  /** The file that is listed when it cannot be used, where several items are made of one; else the id is its name. */
  readonly file?: string;
  /** Measured before the others, with nothing beside it: a time. */
  readonly isAlone?: true;
}

export interface Measured<Result> extends Item {
  readonly result: Result;
}

/** An area or a share lies between 0 and 1; a rate is a share of counted things, `hits` of `count`. */
export type Unit =
  | "area"
  | "share"
  | "rate"
  | "correlation"
  | "ms"
  | "perSecond"
  | "bytes"
  | "count"
  | "ratio";

/** What a figure means, once for all places where it stands. */
export interface FigureKind {
  readonly label: Bilingual;
  readonly unit: Unit;
  /** Which way is better; without it the figure is told and never judged. */
  readonly better?: "higher" | "lower";
  /** Figures of several parts of a suite stand together, beneath the part's name. */
  readonly part?: Bilingual;
  /** Shown for each product and type also where there is little room. */
  readonly isHeadline?: true;
}

/** A number, or null with the reason why there is none, with its place and what is behind it. */
export type SuiteFigure = Figure & {
  /** A key of the suite's `figures`; with dots it nests in the JSON document: `falseAlarms.observed`. */
  readonly name: string;
  /** What it is about: empty for all of it, else such as `["products", "carpet", "types", "hole"]`. */
  readonly scope: readonly string[];
  /** How many things (pictures, regions, pixels, questions) are behind it. */
  readonly count: number;
  /** Of a rate: how many of `count`. */
  readonly hits?: number;
  /** Of the smaller side (groups of good or of bad pictures): what a figure rests on that no draw moves (an area of 1). */
  readonly fewest?: number;
  /** The exact value lies no farther away than this, where a figure comes from a histogram. */
  readonly errorBound?: number;
  /** Not drawn again by the bootstrap: a promised rate, a size. */
  readonly isExact?: true;
};

/** An option of the command line, as commander writes it: `--good <folder>`, `--views <view...>`. */
export interface Flag {
  readonly flags: string;
  readonly describes: Bilingual;
}

/** A file of the data set; all of them together make its hash. */
export interface DataFile {
  /** Within the data set, with forward slashes. */
  readonly name: string;
  readonly path: string;
}

/** A suite over one data set, ready to measure. */
export interface Opened<Result> {
  /** Such as the folder's name. */
  readonly dataset: string;
  readonly files: readonly DataFile[];
  readonly items: readonly Item[];
  /** The banks, prompts and models behind the figures, by name, known once `open` is done. */
  readonly versions: Readonly<Record<string, string>>;
  /** Of one item; several at once, unless it is to be alone. A `GumsaError` about a picture lists the item as broken. */
  measure(item: Item): Promise<Result>;
  /** Charts, tables and worst misses beside the figures; never called by a comparison. */
  sections?(measured: readonly Measured<Result>[]): Promise<Section[]>;
}

export interface Suite<Options extends z.ZodType = z.ZodType, Result extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly describes: Bilingual;
  readonly flags: readonly Flag[];
  /** By the flags' names in camel case; numbers come as text (`z.coerce.number()`). */
  readonly options: Options;
  /** What `measure` gives: plain JSON, one line of the journal. */
  readonly result: Result;
  readonly figures: Readonly<Record<string, FigureKind>>;
  /** How often an interval draws again (default 1000). */
  readonly draws?: number;
  /** Reads the layout (`dataset_unreadable` says what was expected and what was found) and builds products. */
  open(options: z.output<Options>, context: SuiteContext): Promise<Opened<z.output<Result>>>;
  /**
   * Pure, and quick: intervals call it a thousand times, over items drawn again (`isDrawn`: a little less exact will
   * do), and so do comparisons. The same figures in the same order for every draw.
   */
  score(measured: readonly Measured<z.output<Result>>[], how?: { readonly isDrawn: boolean }): SuiteFigure[];
}

export const defineSuite = <Options extends z.ZodType, Result extends z.ZodType>(
  suite: Suite<Options, Result>,
): Suite<Options, Result> => suite;
