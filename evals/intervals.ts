// 95 % intervals of every figure of a suite at once: percentiles over draws of the items (Efron and Tibshirani 1993).
// A rate of independent things has Wilson's interval in place of it. So has what no draw could move, and what would
// otherwise seem certain: none of 20, or an area of 1, which is taken for as many successes as the smaller side has.
import { drawer } from "./draw-again.ts";
import { quantile } from "./metrics/quantile.ts";
import { seededRandom } from "./metrics/random.ts";
import { wilson } from "./metrics/rate-interval.ts";
import type { FigureKind, Measured, Suite, SuiteFigure } from "./suite.ts";

export type Judged = SuiteFigure & { readonly low?: number; readonly high?: number };

const DRAWS = 1000;
/** Where many draws have no answer, the others say little. */
const FEWEST_ANSWERS = 0.5;

export const placeOf = ({ scope, name }: Pick<SuiteFigure, "scope" | "name">): string =>
  [...scope, name].join("\u0000");

export const withIntervals = (
  suite: Pick<Suite, "figures" | "score"> & { readonly draws?: number | undefined },
  measured: readonly Measured<unknown>[],
  seed: number,
): Judged[] => {
  const { draws = DRAWS } = suite;
  const figures = suite.score(measured);
  if (draws === 0) return figures;
  const drawn = new Map<string, number[]>(figures.map((figure) => [placeOf(figure), []]));
  const draw = drawer(measured);
  const random = seededRandom(seed, "intervals");
  for (let i = 0; i < draws; i++) {
    for (const figure of suite.score(draw(random), { isDrawn: true })) {
      if (figure.value !== null) drawn.get(placeOf(figure))?.push(figure.value);
    }
  }
  const isGrouped = measured.some(({ group }) => group !== undefined);
  return figures.map((figure) => {
    const values = drawn.get(placeOf(figure)) ?? [];
    const isSaid = figure.value !== null && figure.isExact !== true;
    if (!isSaid || values.length < FEWEST_ANSWERS * draws || measured.length < 2) return figure;
    return { ...figure, ...intervalOf(figure, { values, isGrouped, kind: suite.figures[figure.name] }) };
  });
};

const intervalOf = (
  { value, hits, count, fewest = 0 }: SuiteFigure,
  { values, isGrouped, kind }: { values: number[]; isGrouped: boolean; kind: FigureKind | undefined },
): { low: number; high: number } => {
  const isRate = kind?.unit === "rate" && hits !== undefined && count > 0;
  if (isRate && (!isGrouped || hits === 0 || hits === count)) return bounds(wilson(hits, count));
  const sorted = values.sort((a, b) => a - b);
  const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
  const isUnmoved = low === high && (value === 0 || value === 1) && fewest > 0;
  return isUnmoved ? bounds(wilson(value * fewest, fewest)) : { low, high };
};

const bounds = ({ low, high }: { low: number; high: number }) => ({ low, high });
