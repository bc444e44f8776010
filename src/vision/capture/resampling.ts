// Traces of up-scaling: an interpolated pixel is smoother than its neighbours, and that repeats with the scale.
import type { Crop } from "./crops.ts";

/** Longer periods would be scales below 1.1, shorter ones do not exist. */
const LOWEST_FREQUENCY = 0.09;
const NEIGHBOURS = 8;
/** Flatter places hold only rounding. */
const LEAST_SLOPE = 3;
const FEW_PIXELS = 4;
const FEWEST_LINES = 32;
const MOST_LINES = 512;
/** Chance alone gives lines of about this part of the mean, over the root of the pixels behind them. */
const CHANCE = 0.5;
/** JPEG puts its own lines at multiples of an eighth; those that no small scale needs are left out. */
const JPEG_FREQUENCIES = [1 / 8, 3 / 8] as const;

/**
 * Strongest line in the spectrum of the mean relative second derivative over columns and rows, in dB above its
 * neighbourhood (after Gallagher, Detection of linear and cubic interpolation in JPEG compressed images, CRV 2005).
 */
export const measureResamplingDb = (crops: readonly Crop[]): number =>
  (peakDb(crops.map((crop) => bendsAlong(crop, "rows"))) +
    peakDb(crops.map((crop) => bendsAlong(crop, "columns")))) /
  2;

interface Bends {
  /** Sum of relative second derivatives of each column (or row), and how many pixels it is of. */
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** Bends along rows or columns. Relative to the slope, so that where a scene has its edges does not show. */
const bendsAlong = ({ widthPx, heightPx, luminance }: Crop, way: "rows" | "columns"): Bends => {
  const [stride, length] = way === "rows" ? [1, widthPx] : [widthPx, heightPx];
  const [lineStride, lines] = way === "rows" ? [widthPx, heightPx] : [1, widthPx];
  const sums = new Float64Array(Math.max(0, length - 2));
  const counts = new Float64Array(sums.length);
  for (let line = 0; line < lines; line++) {
    for (let place = 0, at = line * lineStride + stride; place < sums.length; place++, at += stride) {
      const rise = luminance[at]! - luminance[at - stride]!;
      const next = luminance[at + stride]! - luminance[at]!;
      const slope = Math.abs(rise) + Math.abs(next);
      if (slope < LEAST_SLOPE) continue;
      sums[place] = sums[place]! + Math.abs(next - rise) / slope;
      counts[place] = counts[place]! + 1;
    }
  }
  return { sums, counts };
};

const peakDb = (crops: readonly Bends[]): number => {
  const length = Math.min(MOST_LINES, ...crops.map(({ sums }) => sums.length));
  if (length < FEWEST_LINES) return 0;
  const first = Math.ceil(LOWEST_FREQUENCY * length);
  const magnitudes = new Float64Array((length >> 1) + 1);
  for (const profile of crops.map((bends) => fadedProfile(bends, length))) {
    for (let k = first; k < magnitudes.length; k++) {
      magnitudes[k] = magnitudes[k]! + magnitudeAt(profile, k) / crops.length;
    }
  }
  const pixels = crops.reduce((sum, { counts }) => sum + totalOf(counts), 0);
  return highestOverNeighbours(magnitudes, { first, length, chance: CHANCE / Math.sqrt(pixels + 1) });
};

const totalOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Mean bends in parts of the overall mean, faded out at both ends; a line of few pixels is drawn towards the mean. */
const fadedProfile = ({ sums, counts }: Bends, length: number): Float64Array => {
  const mean = totalOf(sums) / Math.max(1, totalOf(counts));
  if (mean <= 0) return new Float64Array(length);
  return Float64Array.from({ length }, (_, at) => {
    const bend = (sums[at]! + FEW_PIXELS * mean) / (counts[at]! + FEW_PIXELS);
    return (bend / mean - 1) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length));
  });
};

/** Amplitude of one frequency, by Goertzel's recurrence. */
const magnitudeAt = (profile: Float64Array, k: number): number => {
  const turn = 2 * Math.cos((2 * Math.PI * k) / profile.length);
  let last = 0;
  let beforeLast = 0;
  for (let at = 0; at < profile.length; at++) {
    const next = profile[at]! + turn * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  return (
    Math.sqrt(Math.max(0, last * last + beforeLast * beforeLast - turn * last * beforeLast)) / profile.length
  );
};

interface Lines {
  readonly first: number;
  readonly length: number;
  readonly chance: number;
}

const highestOverNeighbours = (magnitudes: Float64Array, { first, length, chance }: Lines): number => {
  const jpegBins = JPEG_FREQUENCIES.map((frequency) => Math.round(frequency * length));
  const jpeg = Math.max(...jpegBins.map((bin) => magnitudes[bin]!));
  let highest = 0;
  for (let k = first; k < magnitudes.length; k++) {
    if (jpegBins.some((bin) => Math.abs(bin - k) <= 1)) continue;
    const isJpegHarmonic = Math.abs(k - length / 4) < 1.5 || Math.abs(k - length / 2) < 1.5;
    const magnitude = magnitudes[k]! - (isJpegHarmonic ? jpeg : 0);
    highest = Math.max(highest, (magnitude + chance) / (medianAround(magnitudes, k, first) + chance));
  }
  return 20 * Math.log10(Math.max(1, highest));
};

const medianAround = (magnitudes: Float64Array, k: number, first: number): number => {
  const from = Math.max(first, Math.min(k - NEIGHBOURS, magnitudes.length - 2 * NEIGHBOURS));
  const around = Array.from(magnitudes.subarray(from, k + NEIGHBOURS + 1)).filter(
    (_, index) => Math.abs(from + index - k) > 1,
  );
  around.sort((a, b) => a - b);
  return around[around.length >> 1] ?? 0;
};
