// The table of docs/models.md that says what each ingredient of the feature network's recipe gave.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "../../src/package-root.ts";
import { type GeneratedDocument, pageWithBlock, table } from "./document.ts";

const Interval = z.tuple([z.number(), z.number()]);
const Measured = z.object({
  set: z.string(),
  metric: z.string(),
  value: z.number(),
  interval: Interval,
  /** From the first row. */
  difference: z.number(),
  differenceInterval: Interval,
});
const Ablation = z.object({
  rows: z.array(z.object({ name: z.string(), views: z.int(), tiles: z.int(), sets: z.array(Measured) })),
});
type Row = z.infer<typeof Ablation>["rows"][number];

export const ablationDocument: GeneratedDocument = {
  path: "docs/models.md",
  text: () =>
    pageWithBlock("docs/models.md", {
      begin: "<!-- ablation: written by `npm run docs` from training/patch-features/ablation.json -->",
      end: "<!-- /ablation -->",
      text: ablationText,
    }),
};

const ablationText = async (): Promise<string> => {
  const path = join(packageRoot(), "training/patch-features/ablation.json");
  const [whole, ...others] = Ablation.parse(JSON.parse(await readFile(path, "utf8"))).rows;
  if (whole === undefined) throw new Error(`${path} has no rows`);
  return [
    table(
      ["network", "views", "tiles", ...whole.sets.map(({ set, metric }) => `${set}: ${metric}`)],
      [cells(whole, wholeCell), ...others.map((row) => cells(row, differenceCell))],
    ),
    others.map((row) => `- ${row.name}: ${judgement(row)}`).join("\n"),
  ].join("\n\n");
};

const cells = ({ name, views, tiles, sets }: Row, cell: (one: z.infer<typeof Measured>) => string) => [
  name,
  views.toLocaleString("en"),
  tiles.toLocaleString("en"),
  ...sets.map(cell),
];

const wholeCell = ({ value, interval }: z.infer<typeof Measured>): string =>
  `${value.toFixed(3)} (${interval.map((edge) => edge.toFixed(3)).join(" to ")})`;

const differenceCell = ({ value, difference, differenceInterval }: z.infer<typeof Measured>): string =>
  `${value.toFixed(3)}: ${signed(difference)} (${differenceInterval.map(signed).join(" to ")})`;

const signed = (number: number): string => `${number < 0 ? "" : "+"}${number.toFixed(3)}`;

/** A difference is shown where its interval leaves out zero. */
const judgement = ({ sets }: Row): string => {
  const where = (says: string, is: (edges: readonly [number, number]) => boolean): readonly string[] => {
    const named = sets.filter(({ differenceInterval }) => is(differenceInterval)).map(({ set }) => set);
    return named.length > 0 ? [`${says} ${named.join("; ")}.`] : [];
  };
  return [
    ...where("Better on", ([low]) => low > 0),
    ...where("Worse on", ([, high]) => high < 0),
    ...where("The interval holds zero on", ([low, high]) => low <= 0 && high >= 0),
  ].join(" ");
};
