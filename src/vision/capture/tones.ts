// Brightness and contrast of a picture, from its luminance histogram.
import type { Crop } from "./crops.ts";

const DARKEST = 3;
const BRIGHTEST = 252;
const CELL_PX = 4;

export interface Tones {
  readonly luminanceP5: number;
  readonly luminanceP50: number;
  readonly luminanceP95: number;
  readonly clippedDarkShare: number;
  readonly clippedBrightShare: number;
  /** P95 - P5 of means over 4 x 4 px: neither noise nor a slight blur moves it. */
  readonly contrast: number;
}

export const measureTones = (crops: readonly Crop[]): Tones => {
  const pixels = histogram(crops);
  const cells = cellHistogram(crops);
  return {
    luminanceP5: percentile(pixels, 0.05),
    luminanceP50: percentile(pixels, 0.5),
    luminanceP95: percentile(pixels, 0.95),
    clippedDarkShare: shareBetween(pixels, 0, DARKEST),
    clippedBrightShare: shareBetween(pixels, BRIGHTEST, 255),
    contrast: percentile(cells, 0.95) - percentile(cells, 0.05),
  };
};

const histogram = (crops: readonly Crop[]): Uint32Array => {
  const counts = new Uint32Array(256);
  for (const { luminance } of crops) {
    for (const value of luminance) {
      const level = (value + 0.5) | 0;
      counts[level] = counts[level]! + 1;
    }
  }
  return counts;
};

const cellHistogram = (crops: readonly Crop[]): Uint32Array => {
  const counts = new Uint32Array(256);
  for (const crop of crops) {
    for (let y = 0; y < crop.heightPx; y += CELL_PX) {
      for (let x = 0; x < crop.widthPx; x += CELL_PX) {
        const level = (cellMean(crop, x, y) + 0.5) | 0;
        counts[level] = counts[level]! + 1;
      }
    }
  }
  return counts;
};

const cellMean = ({ widthPx, heightPx, luminance }: Crop, left: number, top: number): number => {
  const right = Math.min(left + CELL_PX, widthPx);
  const bottom = Math.min(top + CELL_PX, heightPx);
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) sum += luminance[y * widthPx + x]!;
  }
  return sum / ((right - left) * (bottom - top));
};

const totalOf = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** Interpolated within a grey level, so that it moves smoothly with the picture. */
const percentile = (counts: Uint32Array, share: number): number => {
  const wanted = share * totalOf(counts);
  let below = 0;
  for (let level = 0; level < counts.length; level++) {
    const here = counts[level]!;
    if (here > 0 && below + here >= wanted) return Math.max(0, level - 0.5 + (wanted - below) / here);
    below += here;
  }
  return 255;
};

const shareBetween = (counts: Uint32Array, from: number, to: number): number =>
  totalOf(counts.subarray(from, to + 1)) / totalOf(counts);
