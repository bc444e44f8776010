import type { Plane } from "./plane.ts";

export type Sampler = (source: Plane, x: number, y: number) => number;

/** Mixed of the four samples around; `x` and `y` count from the middle of the first and lie inside. */
export const bilinear: Sampler = ({ widthPx, heightPx, values }, x, y) => {
  const left = Math.min(x | 0, widthPx - 2);
  const top = Math.min(y | 0, heightPx - 2);
  const [shareX, shareY] = [x - left, y - top];
  const i = top * widthPx + left;
  const upper = values[i]! + shareX * (values[i + 1]! - values[i]!);
  const lower = values[i + widthPx]! + shareX * (values[i + widthPx + 1]! - values[i + widthPx]!);
  return upper + shareY * (lower - upper);
};

/** Cubic convolution of the sixteen around (Keys 1981, a = -0.5): it keeps fine structure that bilinear mixing blurs. */
export const cubic: Sampler = ({ widthPx, heightPx, values }, x, y) => {
  const [left, top] = [Math.floor(x), Math.floor(y)];
  for (let k = 0; k < 4; k++) WEIGHTS[k] = keys(k - 1 - (x - left));
  let sum = 0;
  for (let j = -1; j <= 2; j++) {
    const line = Math.min(heightPx - 1, Math.max(0, top + j)) * widthPx;
    let across = 0;
    for (let k = 0; k < 4; k++)
      across += WEIGHTS[k]! * values[line + Math.min(widthPx - 1, Math.max(0, left + k - 1))]!;
    sum += keys(j - (y - top)) * across;
  }
  return Math.min(255, Math.max(0, sum));
};

/** Of one row of samples; kept, because a pixel is no place to make an array. */
const WEIGHTS = new Float64Array(4);

const keys = (offset: number): number => {
  const t = Math.abs(offset);
  return t < 1 ? (1.5 * t - 2.5) * t * t + 1 : ((2.5 - 0.5 * t) * t - 4) * t + 2;
};
