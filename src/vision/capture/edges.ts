// Width of the sharpest edges in four directions: what a lens out of focus widens in all of them, and a
// moving part in one. An edge is measured against its own height, so that what the picture shows matters little.
import type { Crop } from "./crops.ts";

const DIRECTIONS = [
  { dx: 1, dy: 0, stepPx: 1 },
  { dx: 1, dy: 1, stepPx: Math.SQRT2 },
  { dx: 0, dy: 1, stepPx: 1 },
  { dx: 1, dy: -1, stepPx: Math.SQRT2 },
] as const;
type Direction = (typeof DIRECTIONS)[number];
/** Every second row of pixels is enough, and halves the time. */
const ROW_STEP = 2;
const STRONGEST_SHARE = 0.02;
const LONGEST_RUN = 24;
/** Weaker steps are noise and rounding, not edges. */
const WEAKEST_STEP = 2;

export interface EdgeWidths {
  /** Width in the direction where edges are sharpest; 1 px is a perfect step, 0 says that there is no edge. */
  readonly edgeWidthPx: number;
  /** Width in the direction where they are softest. */
  readonly softestEdgeWidthPx: number;
}

/** Median widths of the strongest edges of each direction (after Marziliano et al., A no-reference perceptual blur metric, ICIP 2002). */
export const measureEdgeWidths = (crops: readonly Crop[]): EdgeWidths => {
  const widths = DIRECTIONS.map((direction) => medianWidthPx(crops, direction));
  return { edgeWidthPx: Math.min(...widths), softestEdgeWidthPx: Math.max(...widths) };
};

const medianWidthPx = (crops: readonly Crop[], direction: Direction): number => {
  const threshold = strongStep(crops, direction);
  const widths = Float64Array.from(crops.flatMap((crop) => widthsIn(crop, direction, threshold))).sort();
  return Math.max(widths.length > 0 ? 1 : 0, (widths[widths.length >> 1] ?? 0) * direction.stepPx);
};

/** The step that only the strongest 2 % of neighbours in this direction exceed. */
const strongStep = (crops: readonly Crop[], { dx, dy }: Direction): number => {
  const counts = new Uint32Array(256);
  let total = 0;
  for (const { widthPx, heightPx, luminance } of crops) {
    const stride = dy * widthPx + dx;
    for (let y = 1; y < heightPx - 1; y += ROW_STEP) {
      for (let at = y * widthPx, end = at + widthPx - 1; at < end; at++) {
        const step = Math.abs(luminance[at + stride]! - luminance[at]!) | 0;
        counts[step] = counts[step]! + 1;
        total++;
      }
    }
  }
  let above = 0;
  for (let step = 255; step > WEAKEST_STEP; step--) {
    above += counts[step]!;
    if (above >= total * STRONGEST_SHARE) return step;
  }
  return WEAKEST_STEP;
};

const widthsIn = (
  { widthPx, heightPx, luminance }: Crop,
  { dx, dy }: Direction,
  threshold: number,
): number[] => {
  const stride = dy * widthPx + dx;
  const widths: number[] = [];
  for (let y = 2; y < heightPx - 2; y += ROW_STEP) {
    const spaceY = dy === 0 ? LONGEST_RUN : Math.min(y, heightPx - 1 - y);
    for (let x = 2, at = y * widthPx + 2; x < widthPx - 2; x++, at++) {
      const step = luminance[at + stride]! - luminance[at]!;
      if (step < threshold && step > -threshold) continue;
      const spaceX = dx === 0 ? LONGEST_RUN : Math.min(x, widthPx - 1 - x);
      const width = widthAt(luminance, at, { stride, space: Math.min(spaceX, spaceY, LONGEST_RUN) });
      if (width > 0) widths.push(width);
    }
  }
  return widths;
};

/** Width in steps of the edge whose steepest step is the one after `at`; 0 when another step of it is steeper. */
const widthAt = (
  luminance: Float32Array,
  at: number,
  { stride, space }: { stride: number; space: number },
): number => {
  const step = luminance[at + stride]! - luminance[at]!;
  const sign = Math.sign(step);
  const size = step * sign;
  if ((luminance[at]! - luminance[at - stride]!) * sign > size) return 0;
  if ((luminance[at + 2 * stride]! - luminance[at + stride]!) * sign >= size) return 0;
  const earliest = at - space * stride;
  const latest = at + space * stride;
  let from = at;
  let to = at + stride;
  while (from !== earliest && (luminance[from]! - luminance[from - stride]!) * sign > 0) from -= stride;
  while (to !== latest && (luminance[to + stride]! - luminance[to]!) * sign > 0) to += stride;
  return ((luminance[to]! - luminance[from]!) * sign) / size;
};
