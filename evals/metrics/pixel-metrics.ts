// Pixel metrics of a histogram. Scores within one bin are told apart no longer, which costs a known amount: where a
// bin takes the curve from one point to the next, the true curve lies within the rectangle between them, and a straight
// line misses it by half of that rectangle at most. The sum of these halves is the `errorBound` of each figure.
import { type Figure, noFigure } from "./figure.ts";
import type { ScoreHistogram } from "./score-histogram.ts";

export type BoundedFigure = Figure & {
  /** The exact value lies no farther away than this. */
  readonly errorBound?: number;
};

/** Where MVTec AD's area under the per-region overlap curve ends. */
const AUPRO_LIMIT = 0.3;

/** Area under the ROC curve over all pixels. */
export const pixelAuroc = ({ negatives, positives }: ScoreHistogram): BoundedFigure => {
  if (sum(negatives) === 0) return noFigure("no pixel without a defect");
  if (sum(positives) === 0) return noFigure("no pixel of a defect");
  return areaUnder({ across: negatives, up: positives, upTotal: sum(positives), limit: 1 });
};

/**
 * Mean overlap of the true regions against the rate of false positive pixels, integrated up to `limit` and divided by
 * it (Bergmann et al. 2021, "The MVTec Anomaly Detection Dataset", section 5.1): a small region weighs as a large one.
 */
export const aupro = (
  { negatives, overlap, regions }: ScoreHistogram,
  limit: number = AUPRO_LIMIT,
): BoundedFigure => {
  if (sum(negatives) === 0) return noFigure("no pixel without a defect");
  if (regions === 0) return noFigure("no region of a defect");
  return areaUnder({ across: negatives, up: overlap, upTotal: regions, limit });
};

/** The highest F1 over pixels of any threshold at a bin's edge. */
export const pixelF1Max = ({ negatives, positives }: ScoreHistogram): Figure => {
  const all = sum(positives);
  if (all === 0) return noFigure("no pixel of a defect");
  let [right, wrong, best] = [0, 0, 0];
  for (let code = positives.length - 1; code >= 0; code--) {
    right += positives[code]!;
    wrong += negatives[code]!;
    best = Math.max(best, (2 * right) / (right + wrong + all));
  }
  return { value: best };
};

interface Curve {
  /** What each bin adds along the curve's axis and upwards. */
  readonly across: Float64Array;
  readonly up: Float64Array;
  readonly upTotal: number;
  /** Of the axis, as a share of it. */
  readonly limit: number;
}

/**
 * From the highest bin down, by trapezoids; the one that crosses the limit is cut there. Within the part before the cut
 * the true curve runs anywhere between the rectangle's floor and its top.
 */
const areaUnder = ({ across, up, upTotal, limit }: Curve): BoundedFigure => {
  const width = sum(across);
  let [x, y, area, doubt] = [0, 0, 0, 0];
  for (let code = across.length - 1; code >= 0 && x < limit; code--) {
    const [dx, dy] = [across[code]! / width, up[code]! / upTotal];
    const part = dx > limit - x ? (limit - x) / dx : 1;
    area += part * dx * (y + (part * dy) / 2);
    doubt += part * dx * dy * (1 - part / 2);
    x += dx;
    y += dy;
  }
  return { value: Math.min(1, area / limit), errorBound: doubt / limit };
};

const sum = (bins: Float64Array): number => bins.reduce((total, count) => total + count, 0);
