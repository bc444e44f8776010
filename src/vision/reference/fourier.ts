// Two-dimensional Fourier transform of square planes whose side is a power of two (Cooley and Tukey 1965).

export interface Spectrum {
  readonly side: number;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export const emptySpectrum = (side: number): Spectrum => ({
  side,
  real: new Float64Array(side * side),
  imaginary: new Float64Array(side * side),
});

/** Transforms in place, every row and then every column. */
export const transform = (spectrum: Spectrum): Spectrum => {
  const tables = tablesOf(spectrum.side);
  for (let line = 0; line < spectrum.side; line++) transformLine(spectrum, tables, line * spectrum.side);
  transpose(spectrum);
  for (let line = 0; line < spectrum.side; line++) transformLine(spectrum, tables, line * spectrum.side);
  transpose(spectrum);
  return spectrum;
};

/** The inverse transform's real part, without the division by the number of samples. */
export const transformBack = (spectrum: Spectrum): Float64Array => {
  for (let i = 0; i < spectrum.imaginary.length; i++) spectrum.imaginary[i] = -spectrum.imaginary[i]!;
  return transform(spectrum).real;
};

interface Tables {
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
  readonly reversed: Uint16Array;
}

const tablesBySide = new Map<number, Tables>();

const tablesOf = (side: number): Tables => {
  const known = tablesBySide.get(side);
  if (known) return known;
  const angle = (k: number) => (-2 * Math.PI * k) / side;
  const tables = {
    cosines: Float64Array.from({ length: side / 2 }, (_, k) => Math.cos(angle(k))),
    sines: Float64Array.from({ length: side / 2 }, (_, k) => Math.sin(angle(k))),
    reversed: Uint16Array.from({ length: side }, (_, index) => bitReversed(index, side)),
  };
  tablesBySide.set(side, tables);
  return tables;
};

const bitReversed = (index: number, side: number): number => {
  let reversed = 0;
  for (let bit = 1; bit < side; bit *= 2) reversed = reversed * 2 + (index & bit ? 1 : 0);
  return reversed;
};

const transformLine = (
  { side, real, imaginary }: Spectrum,
  { cosines, sines, reversed }: Tables,
  offset: number,
): void => {
  for (let i = 0; i < side; i++) {
    const j = reversed[i]!;
    if (j <= i) continue;
    swap(real, offset + i, offset + j);
    swap(imaginary, offset + i, offset + j);
  }
  for (let span = 1; span < side; span *= 2) {
    const step = side / 2 / span;
    for (let start = offset; start < offset + side; start += 2 * span) {
      for (let low = start, k = 0; low < start + span; low++, k += step) {
        const high = low + span;
        const re = real[high]! * cosines[k]! - imaginary[high]! * sines[k]!;
        const im = real[high]! * sines[k]! + imaginary[high]! * cosines[k]!;
        real[high] = real[low]! - re;
        imaginary[high] = imaginary[low]! - im;
        real[low]! += re;
        imaginary[low]! += im;
      }
    }
  }
};

const transpose = ({ side, real, imaginary }: Spectrum): void => {
  for (let row = 0; row < side; row++) {
    for (let column = row + 1; column < side; column++) {
      swap(real, row * side + column, column * side + row);
      swap(imaginary, row * side + column, column * side + row);
    }
  }
};

const swap = (values: Float64Array, i: number, j: number): void => {
  const kept = values[i]!;
  values[i] = values[j]!;
  values[j] = kept;
};
