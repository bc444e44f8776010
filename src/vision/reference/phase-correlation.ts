// How far one plane is shifted against another: the peak of the inverse transform of the normalised cross-power
// spectrum (Kuglin and Hines 1975). The brightness of either plays no part.
import { emptySpectrum, type Spectrum, transform, transformBack } from "./fourier.ts";
import type { Plane } from "./plane.ts";

/** The spectrum of a plane without its mean, faded out towards its edges, in a square of `side`. */
export const spectrumOf = ({ widthPx, heightPx, values }: Plane, side: number): Spectrum => {
  const spectrum = emptySpectrum(side);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [fadeX, fadeY] = [fade(widthPx), fade(heightPx)];
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++)
      spectrum.real[y * side + x] = (values[y * widthPx + x]! - mean) * fadeX[x]! * fadeY[y]!;
  }
  return transform(spectrum);
};

/** Hann's window. */
const fade = (length: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 0.5)) / length));

export interface Shift {
  /** What lies at p in the one lies at p + (x, y) in the other; from -side / 2 to side / 2. */
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

export interface PeakSearch {
  /** Shifts of which no peak is wanted. */
  readonly isWanted?: (x: number, y: number) => boolean;
  readonly count: number;
  /** Peaks nearer to a higher one than this are the same peak. */
  readonly apart: number;
}

/** The highest peaks, highest first. */
export const findShifts = (from: Spectrum, to: Spectrum, search: PeakSearch): Shift[] => {
  const surface = transformBack(crossPower(from, to));
  const { side } = from;
  const shifts: Shift[] = [];
  while (shifts.length < search.count) {
    const next = highest(surface, side, (x, y) => isFree(x, y, { shifts, search }));
    if (!next) break;
    shifts.push(next);
  }
  return shifts;
};

const isFree = (
  x: number,
  y: number,
  { shifts, search }: { shifts: readonly Shift[]; search: PeakSearch },
): boolean =>
  (search.isWanted?.(x, y) ?? true) &&
  shifts.every((shift) => Math.max(Math.abs(shift.x - x), Math.abs(shift.y - y)) > search.apart);

const highest = (
  surface: Float64Array,
  side: number,
  isWanted: (x: number, y: number) => boolean,
): Shift | undefined => {
  let best: Shift | undefined;
  for (let i = 0; i < surface.length; i++) {
    const height = surface[i]!;
    if (best && height <= best.height) continue;
    const [x, y] = [signed(i % side, side), signed(Math.floor(i / side), side)];
    if (isWanted(x, y)) best = { x, y, height };
  }
  return best;
};

const signed = (index: number, side: number): number => (index < side / 2 ? index : index - side);

/** Frequencies that are faint in both count for little, or noise would decide. */
const crossPower = (from: Spectrum, to: Spectrum): Spectrum => {
  const power = emptySpectrum(from.side);
  let strongest = 0;
  for (let i = 0; i < power.real.length; i++) {
    power.real[i] = from.real[i]! * to.real[i]! + from.imaginary[i]! * to.imaginary[i]!;
    power.imaginary[i] = from.real[i]! * to.imaginary[i]! - from.imaginary[i]! * to.real[i]!;
    strongest = Math.max(strongest, magnitudeAt(power, i));
  }
  for (let i = 0; i < power.real.length; i++) {
    const magnitude = magnitudeAt(power, i) + FAINTEST * strongest + 1e-12;
    power.real[i]! /= magnitude;
    power.imaginary[i]! /= magnitude;
  }
  return power;
};

const FAINTEST = 1e-5;

const magnitudeAt = ({ real, imaginary }: Spectrum, i: number): number =>
  Math.sqrt(real[i]! * real[i]! + imaginary[i]! * imaginary[i]!);
