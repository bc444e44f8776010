// What crops cannot see: light and colour over the whole picture, its histogram, and which levels it uses.
// At most 65,536 pixels are looked at, evenly spread.
import type { Picture } from "../picture.ts";

const SEEN_PIXELS = 65_536;
const GRID = 12;
const QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99] as const;

/** The pixels that are looked at, plane by plane. */
export interface Sample {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: readonly [Uint8Array, Uint8Array, Uint8Array];
  /** Rec. 601 luma, not rounded. */
  readonly luminance: Float32Array;
}

export const sampled = ({ widthPx, heightPx, rgb }: Picture): Sample => {
  const step = Math.ceil(Math.sqrt((widthPx * heightPx) / SEEN_PIXELS));
  const [columns, rows] = [Math.ceil(widthPx / step), Math.ceil(heightPx / step)];
  const [red, green, blue] = [0, 1, 2].map(() => new Uint8Array(columns * rows)) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ]; // three were made
  const luminance = new Float32Array(columns * rows);
  let to = 0;
  for (let y = 0; y < heightPx; y += step) {
    for (let x = 0; x < widthPx; x += step, to++) {
      const from = (y * widthPx + x) * 3;
      red[to] = rgb[from]!;
      green[to] = rgb[from + 1]!;
      blue[to] = rgb[from + 2]!;
      luminance[to] = 0.299 * red[to]! + 0.587 * green[to]! + 0.114 * blue[to]!;
    }
  }
  return { widthPx: columns, heightPx: rows, channels: [red, green, blue], luminance };
};

/** 12 x 12 cells, plane by plane: mean of each channel, then deviation, minimum and maximum of the luminance; 0 to 1. */
export const measureGrid = (sample: Sample): Float32Array => {
  const planes = [...sample.channels, sample.luminance];
  const grid = new Float32Array(6 * GRID * GRID);
  for (let cell = 0; cell < GRID * GRID; cell++) {
    const [red = ZERO, green = ZERO, blue = ZERO, light = ZERO] = planes.map((plane) =>
      cellOf(plane, sample, cell),
    );
    const values = [red.mean, green.mean, blue.mean, light.deviation, light.least, light.most];
    values.forEach((value, plane) => {
      grid[plane * GRID * GRID + cell] = value / 255;
    });
  }
  return grid;
};

interface Cell {
  readonly mean: number;
  readonly deviation: number;
  readonly least: number;
  readonly most: number;
}

const ZERO: Cell = { mean: 0, deviation: 0, least: 0, most: 0 };

const cellOf = (plane: ArrayLike<number>, { widthPx, heightPx }: Sample, cell: number): Cell => {
  const [row, column] = [Math.floor(cell / GRID), cell % GRID];
  const edge = (part: number, sidePx: number): number => Math.floor((part * sidePx) / GRID);
  let [sum, squares, least, most, count] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0];
  // A picture of fewer than twelve lines shares them out: no cell is empty.
  const [top, left] = [edge(row, heightPx), edge(column, widthPx)];
  const [bottom, right] = [
    Math.max(top + 1, edge(row + 1, heightPx)),
    Math.max(left + 1, edge(column + 1, widthPx)),
  ];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++, count++) {
      const value = plane[y * widthPx + x]!;
      sum += value;
      squares += value * value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)), least, most };
};

/** Quantiles of luminance, channels and colourfulness; clipped shares; unused levels; the fullest level; entropy. */
export const measureLevels = ({ channels, luminance }: Sample): number[] => {
  const histogram = histogramOf(luminance.map((value) => Math.floor(value + 0.5)));
  const ofChannels = channels.map(histogramOf);
  const [red, green, blue] = channels;
  const colourfulness = histogramOf(
    red.map((r, i) => Math.max(r, green[i]!, blue[i]!) - Math.min(r, green[i]!, blue[i]!)),
  );
  return [
    ...quantilesOf(histogram),
    ...ofChannels.flatMap(quantilesOf),
    ...quantilesOf(colourfulness),
    colourfulness.reduce((sum, share, level) => sum + share * level, 0) / 255,
    colourfulness[0]!,
    shareBetween(histogram, 0, 3),
    shareBetween(histogram, 252, 255),
    ...[histogram, ...ofChannels].map(unusedLevels),
    Math.max(...histogram),
    entropyOf(histogram),
  ];
};

const histogramOf = (levels: ArrayLike<number>): Float64Array => {
  const shares = new Float64Array(256);
  for (let i = 0; i < levels.length; i++) shares[levels[i]!]! += 1;
  return shares.map((count) => count / levels.length);
};

/** The lowest level that this share of the pixels does not exceed; the rest guards against rounding. */
const levelAt = (histogram: Float64Array, share: number): number => {
  let below = 0;
  const level = histogram.findIndex((here) => {
    below += here;
    return below >= share - 1e-9;
  });
  return level < 0 ? 255 : level;
};

const quantilesOf = (histogram: Float64Array): number[] =>
  QUANTILES.map((share) => levelAt(histogram, share) / 255);

const shareBetween = (histogram: Float64Array, from: number, to: number): number =>
  histogram.subarray(from, to + 1).reduce((sum, share) => sum + share, 0);

/** Share of the levels between the 1 and 99 % quantiles that no pixel has. */
const unusedLevels = (histogram: Float64Array): number => {
  const between = histogram.subarray(levelAt(histogram, 0.01), levelAt(histogram, 0.99) + 1);
  return between.filter((share) => share === 0).length / between.length;
};

/** In bytes: 1 where all levels are equally frequent. */
const entropyOf = (histogram: Float64Array): number =>
  histogram.reduce((sum, share) => (share > 0 ? sum - share * Math.log2(share) : sum), 0) / 8;

export interface WholePicture {
  readonly saturation: number;
  readonly colourCastStops: number;
  readonly unusedLevelShare: number;
  readonly lightFallOffStops: number;
}

/** What people are shown of it, in units they know. */
export const measureWhole = (sample: Sample): WholePicture => {
  const [red, green, blue] = sample.channels;
  const range = (i: number): number =>
    Math.max(red[i]!, green[i]!, blue[i]!) - Math.min(red[i]!, green[i]!, blue[i]!);
  const means = sample.channels.map((channel) => 1 + meanOf(channel));
  const cells = Array.from(
    { length: GRID * GRID },
    (_, cell) => 1 + cellOf(sample.luminance, sample, cell).mean,
  );
  cells.sort((a, b) => a - b);
  const at = (share: number): number => cells[Math.floor(share * (cells.length - 1))] ?? 1;
  return {
    saturation: meanOf(red.map((_, i) => range(i))),
    colourCastStops: Math.log2(Math.max(...means) / Math.min(...means)),
    unusedLevelShare: unusedLevels(histogramOf(sample.luminance.map((value) => Math.floor(value + 0.5)))),
    lightFallOffStops: GAMMA * Math.log2(at(0.95) / at(0.05)),
  };
};

/** From octaves of grey levels to stops of light, nearly. */
const GAMMA = 2.2;

const meanOf = (values: Uint8Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
