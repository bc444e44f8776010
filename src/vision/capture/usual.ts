// What is usual: the statistics of a product's good pictures, or of pictures in general where there are none.
import { CUES, type CueName, type CueValues } from "./cues.ts";
import { type CaptureStatistics, STATISTIC_NAMES, type StatisticName } from "./statistics.ts";

/** For each statistic its value on every good picture, in the same order of pictures. */
export type CaptureBaseline = Readonly<Record<string, readonly number[]>>;

export interface Range {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

export interface Usual {
  readonly median: CaptureStatistics;
  /** Of each cue the highest value still common among good pictures, and the value beyond which it is evidence. */
  readonly common: CueValues;
  readonly limits: CueValues;
  /** Good pictures that stand behind this; 0 for pictures in general. */
  readonly references: number;
  readonly rangeOf: (name: StatisticName) => Range | undefined;
}

/** Share of the good pictures that may lie above `common`: one odd one among twenty does not blind the grader. */
const COMMON_SHARE = 0.95;

/** A baseline that lacks a statistic cannot be compared with and counts as none. */
export const usualOf = (baseline: CaptureBaseline | undefined): Usual => {
  const references = baseline ? Math.min(...STATISTIC_NAMES.map((name) => baseline[name]?.length ?? 0)) : 0;
  if (!baseline || references === 0) return PICTURES_IN_GENERAL;
  const pictures = Array.from({ length: references }, (_, index) =>
    eachStatistic((name) => baseline[name]?.[index] ?? 0),
  );
  const valuesOf = (name: StatisticName): number[] => pictures.map((picture) => picture[name]);
  const median = eachStatistic((name) => quantile(valuesOf(name), 0.5));
  const spread = cueSpreads(pictures, median);
  return {
    median,
    references,
    common: eachCue((name) => spread[name].high),
    limits: eachCue((name) => limitOf(name, spread[name], references)),
    rangeOf: (name) => ({
      median: median[name],
      low: Math.min(...valuesOf(name)),
      high: Math.max(...valuesOf(name)),
    }),
  };
};

/** How the good pictures themselves differ from their own median. */
const cueSpreads = (
  pictures: readonly CaptureStatistics[],
  median: CaptureStatistics,
): Record<CueName, Range> =>
  eachCue((name) => {
    const values = pictures.map((picture) => CUES[name].of(picture, median));
    return { median: quantile(values, 0.5), low: Math.min(...values), high: quantile(values, COMMON_SHARE) };
  });

/** As far again beyond the common range as that range reaches beyond the median; further when there are few pictures. */
const limitOf = (name: CueName, { median, high }: Range, references: number): number =>
  high + Math.max(CUES[name].margin * (1 + 3 / references), high - median);

/** Linear between order statistics. */
const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
};

export const eachCue = <T>(make: (name: CueName) => T): Record<CueName, T> => ({
  softness: make("softness"),
  edgeSpread: make("edgeSpread"),
  smear: make("smear"),
  anisotropy: make("anisotropy"),
  directionalLoss: make("directionalLoss"),
  noise: make("noise"),
  resampling: make("resampling"),
  blocking: make("blocking"),
  darkness: make("darkness"),
  brightness: make("brightness"),
  clipping: make("clipping"),
  flatness: make("flatness"),
});

// Object.fromEntries loses the keys' type; the entries are made from exactly these names.
const eachStatistic = (make: (name: StatisticName) => number): CaptureStatistics =>
  Object.fromEntries(STATISTIC_NAMES.map((name) => [name, make(name)])) as Record<StatisticName, number>;

/**
 * Middling values over clean photographs, boards and papers; the limits lie about a third beyond the most extreme of them.
 * Slight damage is lost between pictures as different as these.
 */
const PICTURES_IN_GENERAL: Usual = {
  references: 0,
  median: {
    luminanceP5: 75,
    luminanceP50: 130,
    luminanceP95: 190,
    clippedDarkShare: 0,
    clippedBrightShare: 0,
    contrast: 140,
    edgeWidthPx: 1.35,
    softestEdgeWidthPx: 1.7,
    anisotropyDb: 3,
    directionalLossDb: 17,
    motionDirectionDeg: 0,
    motionLengthPx: 2,
    noiseSigma: 1.3,
    blockingDb: 0.5,
    resamplingDb: 3,
  },
  common: eachCue(() => 0),
  limits: eachCue((name) => CUES[name].generalLimit),
  rangeOf: () => undefined,
};
