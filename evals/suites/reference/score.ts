// The figures of `reference`. At the tool's own threshold, and at one that is chosen on one half of the pairs and
// judged on the other: a data set with one good picture of each thing says nothing of how much good ones differ.
import { z } from "zod";
import { type Counts, f1Of, precisionOf, recallOf, sumOf } from "../../metrics/counts.ts";
import { noFigure, ratio } from "../../metrics/figure.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";
import { PixelCounts, RegionCounts, THRESHOLDS } from "./compared-pair.ts";

export const ReferenceResult = z.union([
  /** The good picture cannot be laid over the tested one, and why. */
  z.object({ skipped: z.string() }),
  z.object({
    /** In which half of the pairs it is. */
    half: z.int().min(0).max(1),
    /** Regions beyond the product's own null. */
    own: RegionCounts,
    regions: z.array(RegionCounts),
    pixels: z.array(PixelCounts),
  }),
]);
export type ReferenceResult = z.infer<typeof ReferenceResult>;
type Compared = Exclude<ReferenceResult, { skipped: string }>;

export const REFERENCE_FIGURES: Readonly<Record<string, FigureKind>> = {
  comparable: {
    label: { ko: "비교할 수 있던 쌍", en: "pairs that could be compared" },
    unit: "rate",
    better: "higher",
  },
  recall: {
    label: { ko: "영역 재현율", en: "recall of regions" },
    unit: "rate",
    better: "higher",
    isHeadline: true,
  },
  precision: {
    label: { ko: "영역 정밀도", en: "precision of regions" },
    unit: "rate",
    better: "higher",
    isHeadline: true,
  },
  f1: { label: { ko: "영역 F1", en: "F1 of regions" }, unit: "share", better: "higher" },
  pixelF1: { label: { ko: "픽셀 F1", en: "pixel F1" }, unit: "share", better: "higher" },
};

export const scoreReference = (measured: readonly Measured<ReferenceResult>[]): SuiteFigure[] => {
  const compared = measured.flatMap(({ result }) => ("skipped" in result ? [] : [result]));
  const count = measured.length;
  return [
    {
      name: "comparable",
      scope: [],
      count,
      hits: compared.length,
      ...ratio(compared.length, count, "no pair"),
    },
    ...atChosenThreshold(compared),
    ...regionFigures(totalOf(compared.map(({ own }) => own)), ["threshold", "own"]),
  ];
};

/** Each half is judged at the threshold with the best F1 on the other. */
const atChosenThreshold = (compared: readonly Compared[]): SuiteFigure[] => {
  const halves = [0, 1].map((half) => compared.filter((pair) => pair.half === half));
  const judged = halves.flatMap((own, i) => {
    const place = bestPlace(halves[1 - i] ?? []);
    return own.flatMap(({ regions, pixels }) => {
      const [region, pixel] = [regions[place], pixels[place]];
      return region && pixel ? [{ region, pixel }] : [];
    });
  });
  const pixels = sumOf(judged.map(({ pixel }) => pixel));
  const isSplit = halves.every(({ length }) => length > 0);
  const pixelF1 = isSplit ? f1Of(pixels) : noFigure("too few pairs to choose a threshold on others");
  return [
    ...regionFigures(isSplit ? totalOf(judged.map(({ region }) => region)) : undefined, []),
    { name: "pixelF1", scope: [], count: pixels.truePositives + pixels.falseNegatives, ...pixelF1 },
  ];
};

/** The place of the threshold with the best balance of recall and precision. */
export const bestPlace = (pairs: readonly Compared[]): number => {
  const balances = THRESHOLDS.map((_, place) =>
    f1OfRegions(totalOf(pairs.flatMap(({ regions }) => regions[place] ?? []))),
  );
  return balances.indexOf(Math.max(...balances));
};

const f1OfRegions = ({ true: all, recalled, found, right }: RegionCounts): number => {
  const [recall, precision] = [recalled / Math.max(1, all), right / Math.max(1, found)];
  return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
};

const totalOf = (all: readonly RegionCounts[]): RegionCounts =>
  all.reduce(
    (sum, counts) => ({
      true: sum.true + counts.true,
      recalled: sum.recalled + counts.recalled,
      found: sum.found + counts.found,
      right: sum.right + counts.right,
    }),
    { true: 0, recalled: 0, found: 0, right: 0 },
  );

const regionFigures = (total: RegionCounts | undefined, scope: readonly string[]): SuiteFigure[] => {
  const { true: all, recalled, found, right } = total ?? { true: 0, recalled: 0, found: 0, right: 0 };
  const reason = total ? undefined : noFigure("too few pairs to choose a threshold on others");
  const recall: Counts = { truePositives: recalled, falseNegatives: all - recalled, falsePositives: 0 };
  const precision: Counts = { truePositives: right, falsePositives: found - right, falseNegatives: 0 };
  const isNothing = all === 0 && found === 0;
  const f1 = isNothing
    ? noFigure("there was nothing to find and nothing was found")
    : { value: f1OfRegions({ true: all, recalled, found, right }) };
  return [
    { name: "recall", scope, count: all, hits: recalled, ...(reason ?? recallOf(recall)) },
    { name: "precision", scope, count: found, hits: right, ...(reason ?? precisionOf(precision)) },
    { name: "f1", scope, count: all, ...(reason ?? f1) },
  ];
};
