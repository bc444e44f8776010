// Traces of JPEG: steps that gather on a grid of 8 px.
import type { Crop } from "./crops.ts";

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
const stepsOf = ({ widthPx, heightPx, luminance }: Crop, way: "across" | "down"): Steps => {
  const [stride, lastX, lastY] =
    way === "across" ? [1, widthPx - 2, heightPx] : [widthPx, widthPx, heightPx - 2];
  const sums = new Float64Array(BLOCK_PX);
  const counts = new Float64Array(BLOCK_PX);
  for (let y = way === "down" ? 1 : 0; y < lastY; y++) {
    for (let x = way === "across" ? 1 : 0, at = y * widthPx + x; x < lastX; x++, at++) {
      const here = luminance[at]!;
      const next = luminance[at + stride]!;
      const before = here - luminance[at - stride]!;
      const after = luminance[at + 2 * stride]! - next;
      if (Math.max(Math.abs(next - here), Math.abs(before), Math.abs(after)) > STEP_LIMIT) continue;
      const phase = (way === "across" ? x : y) % BLOCK_PX;
      sums[phase] = sums[phase]! + Math.abs(next - here - (before + after) / 2);
      counts[phase] = counts[phase]! + 1;
    }
  }
  return { sums, counts };
};

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
