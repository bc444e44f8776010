// Traces of up-scaling: an interpolated pixel is smoother than its neighbours, and that repeats with the scale.
import type { Crop } from "./crops.ts";

/** Longer periods would be scales below 1.1, shorter ones do not exist. */
const LOWEST_FREQUENCY = 0.09;
const NEIGHBOURS = 8;
/** Strong edges would drown the rest: each pixel has one small vote. */
const CURVATURE_LIMIT = 8;
const FEWEST_LINES = 32;
/** Lines fainter than this part of the mean are rounding. */
const FAINTEST = 1e-3;
/** JPEG puts its own lines at multiples of an eighth; those that no small scale needs are left out. */
const JPEG_FREQUENCIES = [1 / 8, 3 / 8] as const;

/**
 * Strongest line in the spectrum of the mean absolute second derivative over columns and rows, in dB above its
 * neighbourhood (Gallagher, Detection of linear and cubic interpolation in JPEG compressed images, CRV 2005).
 */
export const measureResamplingDb = (crops: readonly Crop[]): number => {
  const across = peakDb(crops.map(curvatureAcross));
  const down = peakDb(crops.map(curvatureDown));
  return (across + down) / 2;
};

const curvatureAcross = ({ widthPx, heightPx, luminance }: Crop): Float64Array => {
  const sums = new Float64Array(Math.max(0, widthPx - 2));
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0, at = y * widthPx + 1; x < sums.length; x++, at++) {
      sums[x] =
        sums[x]! +
        Math.min(CURVATURE_LIMIT, Math.abs(luminance[at - 1]! - 2 * luminance[at]! + luminance[at + 1]!));
    }
  }
  return sums;
};

const curvatureDown = ({ widthPx, heightPx, luminance }: Crop): Float64Array => {
  const sums = new Float64Array(Math.max(0, heightPx - 2));
  for (let y = 0; y < sums.length; y++) {
    let sum = 0;
    for (let x = 0, at = (y + 1) * widthPx; x < widthPx; x++, at++) {
      sum += Math.min(
        CURVATURE_LIMIT,
        Math.abs(luminance[at - widthPx]! - 2 * luminance[at]! + luminance[at + widthPx]!),
      );
    }
    sums[y] = sum;
  }
  return sums;
};

const peakDb = (profiles: readonly Float64Array[]): number => {
  const length = Math.min(...profiles.map((profile) => profile.length));
  if (length < FEWEST_LINES) return 0;
  const first = Math.ceil(LOWEST_FREQUENCY * length);
  const magnitudes = new Float64Array((length >> 1) + 1);
  for (const profile of profiles.map((each) => faded(each, length))) {
    for (let k = first; k < magnitudes.length; k++) {
      magnitudes[k] = magnitudes[k]! + magnitudeAt(profile, k) / profiles.length;
    }
  }
  return highestOverNeighbours(magnitudes, first, length);
};

/** A profile as parts of its mean, faded out at its ends; all zero where there is no curvature at all. */
const faded = (profile: Float64Array, length: number): Float64Array => {
  const mean = profile.reduce((sum, value) => sum + value, 0) / profile.length;
  if (mean <= 0) return new Float64Array(length);
  return profile
    .subarray(0, length)
    .map((value, at) => (value / mean - 1) * (0.5 - 0.5 * Math.cos((2 * Math.PI * (at + 0.5)) / length)));
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

const highestOverNeighbours = (magnitudes: Float64Array, first: number, length: number): number => {
  const jpegBins = JPEG_FREQUENCIES.map((frequency) => Math.round(frequency * length));
  const jpeg = Math.max(...jpegBins.map((bin) => magnitudes[bin]!));
  let highest = 0;
  for (let k = first; k < magnitudes.length; k++) {
    if (jpegBins.some((bin) => Math.abs(bin - k) <= 1)) continue;
    const isJpegHarmonic = Math.abs(k - length / 4) < 1.5 || Math.abs(k - length / 2) < 1.5;
    const magnitude = magnitudes[k]! - (isJpegHarmonic ? jpeg : 0);
    highest = Math.max(highest, (magnitude + FAINTEST) / (medianAround(magnitudes, k, first) + FAINTEST));
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
