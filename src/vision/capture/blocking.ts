// Traces of JPEG: steps that gather on a grid of 8 px.
import { type Crop, lineStepOf } from "./crops.ts";

const BLOCK_PX = 8;
/** Larger steps are the scene's own edges and say nothing about blocks. */
const STEP_LIMIT = 24;
/** Steps below this are rounding. */
const FAINTEST_STEP = 0.02;

/**
 * Excess of steps across the 8 px grid over steps elsewhere, in dB (after Wang, Sheikh and Bovik, No-reference perceptual quality
 * assessment of JPEG compressed images, ICIP 2002). The grid may begin anywhere: pictures are cropped after coding.
 */
export const measureBlockingDb = (crops: readonly Crop[]): number => {
  const across = crops.map((crop) => stepsOf(crop, "across"));
  const down = crops.map((crop) => stepsOf(crop, "down"));
  return (excessDb(across) + excessDb(down)) / 2;
};

interface Steps {
  readonly sums: Float64Array;
  readonly counts: Float64Array;
}

/** Steps by their place on the grid. They are of second order, so that a slope does not count as a block edge. */
const stepsOf = (crop: Crop, way: "across" | "down"): Steps => {
  const { widthPx, heightPx, luminance } = crop;
  const [stride, length] = way === "across" ? [1, widthPx] : [widthPx, heightPx];
  const [lineStride, lines] = way === "across" ? [widthPx, heightPx] : [1, widthPx];
  const sums = new Float64Array(BLOCK_PX);
  const counts = new Float64Array(BLOCK_PX);
  for (let line = 0; line < lines; line += lineStepOf(crop)) {
    for (let place = 1, at = line * lineStride + stride; place < length - 2; place++, at += stride) {
      const here = luminance[at]!;
      const next = luminance[at + stride]!;
      const before = here - luminance[at - stride]!;
      const after = luminance[at + 2 * stride]! - next;
      if (isEdge(next - here) || isEdge(before) || isEdge(after)) continue;
      const phase = place % BLOCK_PX;
      sums[phase] = sums[phase]! + Math.abs(next - here - (before + after) / 2);
      counts[phase] = counts[phase]! + 1;
    }
  }
  return { sums, counts };
};

const isEdge = (step: number): boolean => step > STEP_LIMIT || step < -STEP_LIMIT;

/** The strongest phase against the mean of those not beside it (they hold part of its step). */
const excessDb = (crops: readonly Steps[]): number => {
  const means = Array.from({ length: BLOCK_PX }, (_, phase) => meanAt(crops, phase) + FAINTEST_STEP);
  const strongest = means.indexOf(Math.max(...means));
  let others = 0;
  for (let offset = 2; offset <= BLOCK_PX - 2; offset++)
    others += means[(strongest + offset) % BLOCK_PX] ?? 0;
  return 20 * Math.log10(((means[strongest] ?? 0) * (BLOCK_PX - 3)) / others);
};

const meanAt = (crops: readonly Steps[], phase: number): number => {
  const sum = crops.reduce((total, { sums }) => total + sums[phase]!, 0);
  const count = crops.reduce((total, { counts }) => total + counts[phase]!, 0);
  return sum / Math.max(1, count);
};
