// The Fourier-Mellin start (Reddy and Chatterji 1996): magnitudes of a spectrum do not know of translation, and
// on logarithmic polar axes rotation and scale are a shift.
import type { Spectrum } from "./fourier.ts";
import { findShifts, spectrumOf } from "./phase-correlation.ts";
import type { Plane } from "./plane.ts";

export interface Turn {
  readonly rotationDegrees: number;
  readonly scale: number;
}

/** Rings of the spectrum, in cycles over its side, as shares of the side. */
const [INNERMOST, OUTERMOST] = [1 / 42, 1 / 2];
/** The pictures of a product are taken from about the same distance. */
export const LARGEST_SCALE = 1.3;
const PEAKS = 2;

/** Turns that bring the one plane's structure to the other's, likeliest first; half turns cannot be told apart. */
export const findTurns = (from: Spectrum, to: Spectrum): Turn[] => {
  const { side } = from;
  const step = Math.log(OUTERMOST / INNERMOST) / side;
  const peaks = findShifts(spectrumOf(polar(from), side), spectrumOf(polar(to), side), {
    isWanted: (x) => Math.abs(x * step) <= Math.log(LARGEST_SCALE),
    count: PEAKS,
    apart: 3,
  });
  return peaks.flatMap(({ x, y }) => {
    const turn = { rotationDegrees: (180 * y) / side, scale: Math.exp(-x * step) };
    return [turn, { ...turn, rotationDegrees: turn.rotationDegrees + 180 }];
  });
};

/** Half a turn from top to bottom, logarithm of the frequency from left to right. */
const polar = (spectrum: Spectrum): Plane => {
  const { side } = spectrum;
  const values = new Float32Array(side * side);
  for (let row = 0, i = 0; row < side; row++) {
    const angle = (Math.PI * row) / side;
    for (let column = 0; column < side; column++, i++) {
      const radius = side * INNERMOST * (OUTERMOST / INNERMOST) ** (column / side);
      values[i] = magnitudeAt(spectrum, radius * Math.cos(angle), radius * Math.sin(angle));
    }
  }
  return { widthPx: side, heightPx: side, values };
};

/** The logarithm of the magnitude, mixed of the four around a frequency. */
const magnitudeAt = (spectrum: Spectrum, x: number, y: number): number => {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [shareX, shareY] = [x - left, y - top];
  const upper =
    (1 - shareX) * logMagnitude(spectrum, left, top) + shareX * logMagnitude(spectrum, left + 1, top);
  const lower =
    (1 - shareX) * logMagnitude(spectrum, left, top + 1) + shareX * logMagnitude(spectrum, left + 1, top + 1);
  return (1 - shareY) * upper + shareY * lower;
};

const logMagnitude = ({ side, real, imaginary }: Spectrum, x: number, y: number): number => {
  const i = ((y + side) % side) * side + ((x + side) % side);
  return Math.log(1 + Math.sqrt(real[i]! * real[i]! + imaginary[i]! * imaginary[i]!));
};
