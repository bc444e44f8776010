// The mean power spectrum of a picture, and how much structure it holds at a scale and in a direction.
import type { Crop } from "./crops.ts";
import { columnFrequency, emptyPatch, PATCH_PX, rowFrequency, transformPatch } from "./fourier.ts";

const PATCHES_AT_MOST = 27;
export const DIRECTIONS = 8;
/** Rounding to 8 bits adds a variance of 1/12; below that a spectrum says nothing. */
const ROUNDING_VARIANCE = 1 / 12;

/** Bands of the spectrum in cycles a pixel. */
const COARSE = { from: 0.03, to: 0.09 } as const;
const FINE = { from: 0.09, to: 0.3 } as const;

const toDb = (power: number): number => 10 * Math.log10(power + ROUNDING_VARIANCE);

/** Mean power of coarse structure in all directions; 0 dB is white noise with a standard deviation of one grey level. */
export const coarseStructureDb = (power: Float64Array): number => {
  let sum = 0;
  let count = 0;
  for (let bin = 0; bin < power.length; bin++) {
    if (RADII[bin]! < COARSE.from || RADII[bin]! >= COARSE.to) continue;
    sum += power[bin]!;
    count++;
  }
  return toDb(sum / count);
};

/** Mean power of fine structure whose waves run along 0, 22.5, ... 157.5 degrees. */
export const fineStructureDb = (power: Float64Array): number[] => {
  const sums = new Float64Array(DIRECTIONS);
  const weights = new Float64Array(DIRECTIONS);
  for (let bin = 0; bin < power.length; bin++) {
    const radius = RADII[bin]!;
    if (radius < FINE.from || radius >= FINE.to) continue;
    const direction = DIRECTION_OF[bin]!;
    // Weighted by the squared frequency, as in a derivative: natural spectra fall with it.
    sums[direction] = sums[direction]! + power[bin]! * radius * radius;
    weights[direction] = weights[direction]! + radius * radius;
  }
  return Array.from(sums, (sum, direction) => toDb(sum / weights[direction]!));
};

const RADII = Float64Array.from({ length: PATCH_PX * PATCH_PX }, (_, bin) =>
  Math.hypot(columnFrequency(bin), rowFrequency(bin)),
);
const DIRECTION_OF = Uint8Array.from({ length: PATCH_PX * PATCH_PX }, (_, bin) => {
  const turn = Math.atan2(rowFrequency(bin), columnFrequency(bin)) / Math.PI;
  return Math.round((turn + 1) * DIRECTIONS) % DIRECTIONS;
});

/** Mean power spectrum over patches spread over all crops: `PATCH_PX` squared bins, zero frequency first. */
export const measurePower = (crops: readonly Crop[]): Float64Array => {
  const places = placesIn(crops);
  const total = new Float64Array(PATCH_PX * PATCH_PX);
  const patch = emptyPatch();
  for (let index = 0; index < places.length; index += 2) {
    // Two real patches make one complex one: the sum of their spectra is the even part of its power.
    fillPatch(patch.real, places[index]!);
    const second = places[index + 1];
    if (second) fillPatch(patch.imaginary, second);
    if (!second) patch.imaginary.fill(0);
    transformPatch(patch);
    for (let bin = 0; bin < total.length; bin++) {
      total[bin] = total[bin]! + patch.real[bin]! ** 2 + patch.imaginary[bin]! ** 2;
    }
  }
  return evenPart(total, places.length);
};

const evenPart = (total: Float64Array, patches: number): Float64Array =>
  total.map((value, bin) => {
    const row = (PATCH_PX - Math.floor(bin / PATCH_PX)) % PATCH_PX;
    const column = (PATCH_PX - (bin % PATCH_PX)) % PATCH_PX;
    return (value + total[row * PATCH_PX + column]!) / (2 * patches * WINDOW_ENERGY);
  });

interface Place {
  readonly crop: Crop;
  readonly x: number;
  readonly y: number;
}

/** Patches side by side or overlapping, spread over all crops; at least one in each. */
const placesIn = (crops: readonly Crop[]): Place[] => {
  const share = Math.max(1, Math.floor(PATCHES_AT_MOST / crops.length));
  return crops.flatMap((crop) => {
    const columns = countAlong(
      crop.widthPx,
      Math.max(1, share / countAlong(crop.heightPx, Math.sqrt(share))),
    );
    const rows = countAlong(crop.heightPx, share / columns);
    return Array.from({ length: rows * columns }, (_, index) => ({
      crop,
      x: placeAt(crop.widthPx, columns, index % columns),
      y: placeAt(crop.heightPx, rows, Math.floor(index / columns)),
    }));
  });
};

const countAlong = (sidePx: number, atMost: number): number =>
  Math.max(1, Math.min(Math.floor(atMost), Math.floor(sidePx / (PATCH_PX / 2)) - 1));

const placeAt = (sidePx: number, count: number, index: number): number =>
  count === 1
    ? Math.max(0, (sidePx - PATCH_PX) >> 1)
    : Math.floor(((sidePx - PATCH_PX) * index) / (count - 1));

const WINDOW = Float64Array.from(
  { length: PATCH_PX },
  (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / PATCH_PX),
);
const WINDOW_ENERGY = WINDOW.reduce((sum, weight) => sum + weight * weight, 0) ** 2;

/** Copies a patch without its mean, faded out at the edges; a side that is too short is mirrored. */
const fillPatch = (target: Float64Array, { crop, x, y }: Place): void => {
  let sum = 0;
  for (let row = 0; row < PATCH_PX; row++) {
    const line = mirrored(y + row, crop.heightPx) * crop.widthPx;
    for (let column = 0; column < PATCH_PX; column++) {
      const value = crop.luminance[line + mirrored(x + column, crop.widthPx)]!;
      target[row * PATCH_PX + column] = value;
      sum += value;
    }
  }
  const mean = sum / target.length;
  for (let bin = 0; bin < target.length; bin++) {
    target[bin] = (target[bin]! - mean) * WINDOW[bin % PATCH_PX]! * WINDOW[(bin / PATCH_PX) | 0]!;
  }
};

const mirrored = (position: number, sidePx: number): number => {
  if (position < sidePx) return position;
  const folded = position % (2 * sidePx);
  return folded < sidePx ? folded : 2 * sidePx - 1 - folded;
};
