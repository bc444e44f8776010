// Pixel scores of any number of pictures in a megabyte and a half. Per-region overlap needs no picture again either:
// each pixel of a region adds one part in the region's size to its bin, so that the sum of the bins above a threshold
// is the sum of the overlaps of all regions.
import type { Size } from "../../src/vision/input-size.ts";
import { labelRegions } from "./regions.ts";
import { CODES, codeOf } from "./score-code.ts";

export interface ScoreHistogram {
  /** Pixels that are no defect, by code. */
  readonly negatives: Float64Array;
  /** Pixels of defects. */
  readonly positives: Float64Array;
  /** The regions' pixels, each by one part in its region's size. */
  readonly overlap: Float64Array;
  readonly regions: number;
}

export interface ScoredPixels extends Size {
  readonly scores: Float32Array;
  /** Any value but 0 is defect; left out for a picture without one. */
  readonly mask?: Uint8Array | undefined;
}

export const emptyHistogram = (): ScoreHistogram => ({
  negatives: new Float64Array(CODES),
  positives: new Float64Array(CODES),
  overlap: new Float64Array(CODES),
  regions: 0,
});

/** Of one picture. Throws a RangeError where scores, mask and size do not fit. */
export const histogramOf = ({ scores, mask, ...size }: ScoredPixels): ScoreHistogram => {
  const pixels = size.widthPx * size.heightPx;
  if (scores.length !== pixels || (mask && mask.length !== pixels)) {
    throw new RangeError(`${scores.length} scores and ${mask?.length} marks for ${pixels} pixels`);
  }
  const histogram = emptyHistogram();
  const { labels, sizes } = mask ? labelRegions(mask, size) : { labels: undefined, sizes: [] };
  for (let i = 0; i < pixels; i++) {
    const code = codeOf(scores[i]!);
    const label = labels?.[i] ?? 0;
    if (label === 0) histogram.negatives[code]! += 1;
    else {
      histogram.positives[code]! += 1;
      histogram.overlap[code]! += 1 / sizes[label - 1]!;
    }
  }
  return { ...histogram, regions: sizes.length };
};

/** Changes `pooled`'s bins, so that a run holds one pooled histogram however many pictures it adds. */
export const pool = (pooled: ScoreHistogram, picture: ScoreHistogram, times = 1): ScoreHistogram => {
  for (const bins of ["negatives", "positives", "overlap"] as const) {
    const [into, from] = [pooled[bins], picture[bins]];
    for (let code = 0; code < from.length; code++) into[code]! += times * from[code]!;
  }
  return { ...pooled, regions: pooled.regions + times * picture.regions };
};
