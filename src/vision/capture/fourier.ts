// Two-dimensional power spectrum of square patches, by a radix-2 transform with fixed tables.

/** Side of a patch and of its spectrum; long enough to see a motion of about 25 px. */
export const PATCH_PX = 64;

const HALF = PATCH_PX / 2;
const COSINES = Float64Array.from({ length: HALF }, (_, k) => Math.cos((2 * Math.PI * k) / PATCH_PX));
const SINES = Float64Array.from({ length: HALF }, (_, k) => -Math.sin((2 * Math.PI * k) / PATCH_PX));
const REVERSED = Uint8Array.from({ length: PATCH_PX }, (_, index) => {
  let reversed = 0;
  for (let bit = 1; bit < PATCH_PX; bit *= 2) reversed = reversed * 2 + (index & bit ? 1 : 0);
  return reversed;
});

/** Frequency of a bin along x, in cycles a pixel, from -0.5 to 0.5. */
export const columnFrequency = (bin: number): number => signedFrequency(bin % PATCH_PX);

/** Frequency of a bin along y. */
export const rowFrequency = (bin: number): number => signedFrequency(Math.floor(bin / PATCH_PX));

const signedFrequency = (index: number): number => (index < HALF ? index : index - PATCH_PX) / PATCH_PX;

export interface ComplexPatch {
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export const emptyPatch = (): ComplexPatch => ({
  real: new Float64Array(PATCH_PX * PATCH_PX),
  imaginary: new Float64Array(PATCH_PX * PATCH_PX),
});

/** Transforms a patch in place: every row, then every column. */
export const transformPatch = (patch: ComplexPatch): void => {
  for (let line = 0; line < PATCH_PX; line++) transformLine(patch, line * PATCH_PX, 1);
  for (let line = 0; line < PATCH_PX; line++) transformLine(patch, line, PATCH_PX);
};

const lineReal = new Float64Array(PATCH_PX);
const lineImaginary = new Float64Array(PATCH_PX);

const transformLine = ({ real, imaginary }: ComplexPatch, offset: number, stride: number): void => {
  for (let index = 0; index < PATCH_PX; index++) {
    lineReal[index] = real[offset + REVERSED[index]! * stride]!;
    lineImaginary[index] = imaginary[offset + REVERSED[index]! * stride]!;
  }
  for (let span = 1; span < PATCH_PX; span *= 2) combineSpans(span);
  for (let index = 0; index < PATCH_PX; index++) {
    real[offset + index * stride] = lineReal[index]!;
    imaginary[offset + index * stride] = lineImaginary[index]!;
  }
};

/** One stage of the transform (Cooley and Tukey 1965): butterflies between halves of length `span`. */
const combineSpans = (span: number): void => {
  const step = HALF / span;
  for (let start = 0; start < PATCH_PX; start += 2 * span) {
    for (let index = 0; index < span; index++) {
      const low = start + index;
      const high = low + span;
      const cosine = COSINES[index * step]!;
      const sine = SINES[index * step]!;
      const real = lineReal[high]! * cosine - lineImaginary[high]! * sine;
      const imaginary = lineReal[high]! * sine + lineImaginary[high]! * cosine;
      lineReal[high] = lineReal[low]! - real;
      lineImaginary[high] = lineImaginary[low]! - imaginary;
      lineReal[low] = lineReal[low]! + real;
      lineImaginary[low] = lineImaginary[low]! + imaginary;
    }
  }
};
