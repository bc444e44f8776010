import type { Plane } from "./plane.ts";
import type { Warped } from "./warp.ts";

/**
 * How well the edges of two planes agree: the correlation of their gradients, over what both show. Light and large
 * shades have little part in it, so that two unlike pictures with a bright middle do not look alike.
 */
export const agreement = (picture: Plane, seen: Warped): number => {
  const { widthPx, heightPx } = picture;
  let product = 0;
  let first = 0;
  let second = 0;
  for (let y = 1; y < heightPx - 1; y++) {
    for (let i = y * widthPx + 1; i < (y + 1) * widthPx - 1; i++) {
      if (!isInside(seen, i, widthPx)) continue;
      const ax = slope(picture, i, 1);
      const ay = slope(picture, i, widthPx);
      const bx = slope(seen, i, 1);
      const by = slope(seen, i, widthPx);
      product += ax * bx + ay * by;
      first += ax * ax + ay * ay;
      second += bx * bx + by * by;
    }
  }
  return product / Math.sqrt(first * second + 1e-12);
};

/** The share of pixels that something lies over. */
export const coverage = ({ covered }: Warped): number =>
  covered.reduce((sum, value) => sum + value, 0) / covered.length;

const isInside = ({ covered }: Warped, i: number, widthPx: number): boolean =>
  covered[i - 1] === 1 && covered[i + 1] === 1 && covered[i - widthPx] === 1 && covered[i + widthPx] === 1;

const slope = ({ values }: Plane, i: number, step: number): number => values[i + step]! - values[i - step]!;
