// A run that is kept for everybody to read: figures and charts with the command and the data set's title and citation;
// no items, no pictures, no paths of the machine that it ran on.
import { basename } from "node:path";
import { z } from "zod";
import { RunRecord } from "./record.ts";
import type { FigureKind, Suite } from "./suite.ts";
import { LATENCY_FIGURES } from "./suites/latency/score.ts";

export const RecordedRun = z.strictObject({
  title: z.string().min(1),
  /** Author, title and year, or where the set comes from. */
  citation: z.string().min(1),
  licence: z.string().min(1),
  /** With `DATA` for the folder of the set. */
  command: z.string().min(1),
  record: RunRecord,
});
export type RecordedRun = z.infer<typeof RecordedRun>;

/** Settings keep a folder's last name only. Times are kept where they were measured on a machine that did nothing else. */
export const publicRecord = (
  record: RunRecord,
  { figures: kinds }: Pick<Suite, "figures">,
  { hasTimes }: { hasTimes: boolean },
): RunRecord => ({
  ...record,
  settings: Object.fromEntries(
    Object.entries(record.settings).map(([name, value]) => [
      name,
      typeof value === "string" && value.includes("/") ? basename(value) : value,
    ]),
  ),
  figures: record.figures.filter(({ name }) => hasTimes || !isTime(name, kinds[name])),
  sections: record.sections.filter(({ kind }) => kind === "chart" || kind === "matrix"),
  items: [],
});

const isTime = (name: string, kind: FigureKind | undefined): boolean =>
  kind?.unit === "ms" || Object.hasOwn(LATENCY_FIGURES, name);
