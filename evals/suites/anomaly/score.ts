// The figures of `anomaly`, for each product, each of its defect types, and the mean over products.
import { unitsIn } from "../../draw-again.ts";
import { aupro, pixelAuroc } from "../../metrics/pixel-metrics.ts";
import { UNTYPED } from "../../datasets/labelled-picture.ts";
import { auroc } from "../../metrics/auroc.ts";
import { f1Of } from "../../metrics/counts.ts";
import { type Figure, figure, meanFigure, noFigure, ratio } from "../../metrics/figure.ts";
import { averagePrecision, f1Max } from "../../metrics/operating-points.ts";
import { quantile } from "../../metrics/quantile.ts";
import type { SuiteFigure } from "../../suite.ts";
import { coarsened, type SparseHistogram, together, unpacked } from "./pixels.ts";
import { type AnomalyResult, isFailed, isGood, type MeasuredAnomaly } from "./result.ts";

export interface ScoreOptions {
  /** Whether figures stand below `products` and `mean`. */
  readonly isFolder: boolean;
  readonly isDrawn: boolean;
}

/** Bins as wide as this for intervals: scores within one part in 128 of each other. */
const DRAWN_WIDTH = 16;

export const scoreAnomaly = (measured: readonly MeasuredAnomaly[], options: ScoreOptions): SuiteFigure[] => {
  const products = [...byKey(measured, ({ result }) => result.product)].toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const all = products.map(([name, own]) => {
    const scope = options.isFolder ? ["products", name] : [];
    return { whole: figuresOf(own, scope, options), types: typeFigures(own, scope, options) };
  });
  const mean = options.isFolder ? meanOf(all.map(({ whole }) => whole)) : [];
  return [...mean, ...all.flatMap(({ whole, types }) => [...whole, ...types])];
};

const typeFigures = (
  measured: readonly MeasuredAnomaly[],
  scope: readonly string[],
  options: ScoreOptions,
): SuiteFigure[] => {
  const good = measured.filter(isGood);
  const types = [
    ...byKey(
      measured.filter((one) => !isGood(one)),
      ({ result }) => result.type,
    ),
  ];
  if (types.length === 1 && types[0]?.[0] === UNTYPED) return []; // the same as the whole
  return types
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([type, bad]) => {
      const place = [...scope, "types", type];
      return [
        ...scoreFigures(good, bad, place),
        detectedFigure(bad, place),
        ...pixelFigures([...good, ...bad], place, options),
      ];
    });
};

const figuresOf = (
  measured: readonly MeasuredAnomaly[],
  scope: readonly string[],
  options: ScoreOptions,
): SuiteFigure[] => {
  const good = measured.filter(isGood);
  const bad = measured.filter((one) => !isGood(one));
  return [
    ...scoreFigures(good, bad, scope),
    f1Figure(good, bad, scope),
    detectedFigure(bad, scope),
    ...falseAlarmFigures(good, measured, scope),
    ...pixelFigures(measured, scope, options),
    timeFigure(measured, scope),
  ];
};

const scoresOf = (measured: readonly MeasuredAnomaly[]): number[] =>
  measured.map(({ result }) => result.score);

const scoreFigures = (
  good: readonly MeasuredAnomaly[],
  bad: readonly MeasuredAnomaly[],
  scope: readonly string[],
): SuiteFigure[] => {
  const [negatives, positives] = [scoresOf(good), scoresOf(bad)];
  const count = good.length + bad.length;
  const fewest = Math.min(unitsIn(good), unitsIn(bad));
  const area = auroc(negatives, positives);
  /** Without a good picture every threshold is perfect. */
  const ofBoth = (value: Figure): Figure => (area.value === null ? area : value);
  return [
    { name: "imageAuroc", scope, count, fewest, ...area },
    { name: "imageAp", scope, count, fewest, ...ofBoth(averagePrecision(negatives, positives)) },
    { name: "f1Max", scope, count, fewest, ...ofBoth(f1Max(negatives, positives)) },
  ];
};

const f1Figure = (
  good: readonly MeasuredAnomaly[],
  bad: readonly MeasuredAnomaly[],
  scope: readonly string[],
): SuiteFigure => {
  const truePositives = bad.filter(isFailed).length;
  const counts = {
    truePositives,
    falsePositives: good.filter(isFailed).length,
    falseNegatives: bad.length - truePositives,
  };
  return { name: "f1AtThreshold", scope, count: good.length + bad.length, ...f1Of(counts) };
};

const detectedFigure = (bad: readonly MeasuredAnomaly[], scope: readonly string[]): SuiteFigure =>
  rateFigure("detected", bad, scope);

const falseAlarmFigures = (
  good: readonly MeasuredAnomaly[],
  measured: readonly MeasuredAnomaly[],
  scope: readonly string[],
): SuiteFigure[] => {
  const alpha = measured[0]?.result.alpha;
  const promised = alpha === undefined ? noFigure("nothing was measured") : figure(alpha);
  return [
    { name: "falseAlarms.promised", scope, count: good.length, isExact: true, ...promised },
    rateFigure("falseAlarms.observed", good, scope),
  ];
};

const rateFigure = (name: string, of: readonly MeasuredAnomaly[], scope: readonly string[]): SuiteFigure => {
  const hits = of.filter(isFailed).length;
  return { name, scope, count: of.length, hits, ...ratio(hits, of.length, "no such picture") };
};

const pixelFigures = (
  measured: readonly MeasuredAnomaly[],
  scope: readonly string[],
  { isDrawn }: ScoreOptions,
): SuiteFigure[] => {
  const marked = measured.filter(({ result }) => result.pixels !== undefined);
  const hasMasks = marked.some((one) => !isGood(one));
  const pooled = hasMasks ? pooledOf(marked, isDrawn) : undefined;
  const none = noFigure("no mask");
  const pixels = pooled ? pixelAuroc(pooled) : none;
  const regions = pooled ? aupro(pooled) : none;
  return [
    { name: "pixelAuroc", scope, count: marked.length, ...pixels },
    { name: "aupro", scope, count: pooled?.regions ?? 0, ...regions },
  ];
};

const pooledOf = (marked: readonly MeasuredAnomaly[], isDrawn: boolean) => {
  if (!isDrawn) return together(marked.map(({ result }) => unpacked(result.pixels ?? "")));
  return together(
    marked.map(({ result }) => coarseOf(result)),
    DRAWN_WIDTH,
  );
};

/** Unpacked once for all draws; a few kilobytes a picture. */
const coarse = new WeakMap<AnomalyResult, SparseHistogram>();
const coarseOf = (result: AnomalyResult): SparseHistogram => {
  const found = coarse.get(result) ?? coarsened(unpacked(result.pixels ?? ""), DRAWN_WIDTH);
  coarse.set(result, found);
  return found;
};

const timeFigure = (measured: readonly MeasuredAnomaly[], scope: readonly string[]): SuiteFigure => {
  const sorted = measured.map(({ result }) => result.durationMs).sort((a, b) => a - b);
  const median = sorted.length === 0 ? noFigure("nothing was measured") : figure(quantile(sorted, 0.5));
  return { name: "pictureMs", scope, count: sorted.length, ...median };
};

/** Each product counts the same, however many pictures it has. */
const meanOf = (products: readonly (readonly SuiteFigure[])[]): SuiteFigure[] =>
  (products[0] ?? []).map(({ name, isExact }, i) => {
    const same = products.flatMap((figures) => figures[i] ?? []);
    const count = same.reduce((sum, one) => sum + one.count, 0);
    return { name, scope: ["mean"], count, ...(isExact && { isExact }), ...meanFigure(same) };
  });

const byKey = (measured: readonly MeasuredAnomaly[], keyOf: (one: MeasuredAnomaly) => string) => {
  const found = new Map<string, MeasuredAnomaly[]>();
  for (const one of measured) {
    const members = found.get(keyOf(one));
    if (members) members.push(one);
    else found.set(keyOf(one), [one]);
  }
  return found;
};
