// A picture's pixel scores as a short text, so that a journal and a record carry them and pixel metrics can be
// computed again over any choice of pictures.
import { deflateRawSync, inflateRawSync } from "node:zlib";
import { z } from "zod";
import { CODES } from "../../metrics/score-code.ts";
import type { ScoreHistogram } from "../../metrics/score-histogram.ts";

/** The bins that hold anything, in order. */
export interface SparseHistogram {
  readonly codes: Uint16Array;
  readonly negatives: Float64Array;
  readonly positives: Float64Array;
  readonly overlap: Float64Array;
  readonly regions: number;
}

const Packed = z.object({
  codes: z.array(z.int()),
  negatives: z.array(z.number()),
  positives: z.array(z.number()),
  overlap: z.array(z.number()),
  regions: z.int(),
});

/** Parts of a region are kept to six digits. */
const DIGITS = 6;

export const packed = ({ negatives, positives, overlap, regions }: ScoreHistogram): string => {
  const codes = Array.from(negatives.keys()).filter((code) => negatives[code]! > 0 || positives[code]! > 0);
  const plain: z.infer<typeof Packed> = {
    codes: codes.map((code, i) => code - (codes[i - 1] ?? 0)),
    negatives: codes.map((code) => negatives[code]!),
    positives: codes.map((code) => positives[code]!),
    overlap: codes.map((code) => Number(overlap[code]!.toPrecision(DIGITS))),
    regions,
  };
  return deflateRawSync(JSON.stringify(plain)).toString("base64");
};

export const unpacked = (text: string): SparseHistogram => {
  const { codes, negatives, positives, overlap, regions } = Packed.parse(
    JSON.parse(inflateRawSync(Buffer.from(text, "base64")).toString("utf8")),
  );
  let code = 0;
  return {
    codes: Uint16Array.from(codes, (step) => {
      code += step;
      return code;
    }),
    negatives: Float64Array.from(negatives),
    positives: Float64Array.from(positives),
    overlap: Float64Array.from(overlap),
    regions,
  };
};

/** Neighbouring bins as one: `width` of them. What an interval needs, and many times quicker to add. */
export const coarsened = (
  { codes, negatives, positives, overlap, regions }: SparseHistogram,
  width: number,
): SparseHistogram => {
  const bins = new Map<number, [number, number, number]>();
  codes.forEach((code, i) => {
    const bin = Math.floor(code / width);
    const sums = bins.get(bin) ?? [0, 0, 0];
    bins.set(bin, [sums[0] + negatives[i]!, sums[1] + positives[i]!, sums[2] + overlap[i]!]);
  });
  const column = (which: 0 | 1 | 2) => Float64Array.from([...bins.values()], (sums) => sums[which]);
  return {
    codes: Uint16Array.from(bins.keys()),
    negatives: column(0),
    positives: column(1),
    overlap: column(2),
    regions,
  };
};

/** All pictures together, in bins of `width`. */
export const together = (histograms: readonly SparseHistogram[], width = 1): ScoreHistogram => {
  const bins = Math.ceil(CODES / width);
  const [negatives, positives, overlap] = [
    new Float64Array(bins),
    new Float64Array(bins),
    new Float64Array(bins),
  ];
  let regions = 0;
  for (const picture of histograms) {
    regions += picture.regions;
    picture.codes.forEach((code, i) => {
      negatives[code]! += picture.negatives[i]!;
      positives[code]! += picture.positives[i]!;
      overlap[code]! += picture.overlap[i]!;
    });
  }
  return { negatives, positives, overlap, regions };
};
