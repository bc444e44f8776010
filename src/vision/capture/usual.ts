// What is usual for a product: how its good pictures look to the grading network and what was measured on them.
import type { GraderModel } from "../../inference/model-store.ts";
import { type CaptureStatistics, STATISTIC_NAMES, type StatisticName } from "./statistics.ts";

/**
 * Lists of numbers by name: for each statistic its value on every good picture, for each kind the odds that the
 * network gave it on good pictures, and the mean look, under a name that holds the network's version.
 */
export type CaptureBaseline = Readonly<Record<string, readonly number[]>>;

export interface Range {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Usual {
  /** Good pictures that stand behind this; 0 for pictures in general. */
  readonly references: number;
  readonly look: Float32Array | undefined;
  /** The highest probability that a good picture, compared with the others, gave each kind. */
  readonly highest: readonly number[];
  readonly rangeOf: (name: StatisticName) => Range | undefined;
}

const PICTURES_IN_GENERAL: Usual = {
  references: 0,
  look: undefined,
  highest: [],
  rangeOf: () => undefined,
};

/** A baseline of another network, or of before there was one, cannot be compared with. */
export const isBaselineOf = (baseline: CaptureBaseline, { card }: Pick<GraderModel, "card">): boolean =>
  baseline[lookName(card.sha256)]?.length === card.lookSize;

/** A baseline of another network counts as none. */
export const usualOf = (baseline: CaptureBaseline | undefined, { card }: GraderModel): Usual => {
  const look = baseline?.[lookName(card.sha256)];
  if (!baseline || !look || !isBaselineOf(baseline, { card })) return PICTURES_IN_GENERAL;
  return {
    references: baseline[STATISTIC_NAMES[0] ?? ""]?.length ?? 0,
    look: Float32Array.from(look),
    highest: card.kinds.map((kind) => Math.max(0, ...(baseline[oddsName(kind)] ?? []))),
    rangeOf: (name) => rangeOf(baseline[name] ?? []),
  };
};

export interface GoodCapture {
  readonly statistics: CaptureStatistics;
  readonly look: Float32Array;
}

/** `odds`: what the network gave each kind on good pictures, each compared with the others. */
export const baselineOf = (
  good: readonly GoodCapture[],
  odds: readonly Float32Array[],
  { card }: Pick<GraderModel, "card">,
): CaptureBaseline => ({
  ...Object.fromEntries(
    STATISTIC_NAMES.map((name) => [name, good.map(({ statistics }) => statistics[name])]),
  ),
  ...Object.fromEntries(card.kinds.map((kind, i) => [oddsName(kind), odds.map((one) => rounded(one[i]!))])),
  [lookName(card.sha256)]: Array.from(meanLook(good), rounded),
});

export const meanLook = (good: readonly GoodCapture[]): Float32Array => {
  const mean = new Float32Array(good[0]?.look.length ?? 0);
  for (const { look } of good) {
    for (let i = 0; i < mean.length; i++) mean[i] = mean[i]! + look[i]! / good.length;
  }
  return mean;
};

/** Five significant digits are more than the network can tell apart, and a third of the text. */
const rounded = (value: number): number => Number(value.toPrecision(5));

const lookName = (sha256: string): string => `look:${sha256.slice(0, 16)}`;
const oddsName = (kind: string): string => `odds:${kind}`;

const rangeOf = (values: readonly number[]): Range | undefined => {
  if (values.length === 0) return undefined;
  const sorted = values.toSorted((a, b) => a - b);
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  return { median: ((below ?? 0) + (above ?? 0)) / 2, low, high };
};
