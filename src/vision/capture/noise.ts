// Standard deviation of the noise, from the flattest parts of the picture.
import type { Crop } from "./crops.ts";

const BLOCK_PX = 16;
/** Share of blocks that count as flat. Lower is safer on texture, higher is steadier. */
const FLAT_SHARE = 0.2;
/** The flattest fifth of blocks of pure noise shows this part of its sigma. */
const SELECTION_BIAS = 0.9;
/** Immerkaer 1996, equation 4: mean absolute response of the mask below is this many sigma. */
const MASK_GAIN = 6 * Math.sqrt(2 / Math.PI);

/** Immerkaer's estimate (Fast noise variance estimation, CVIU 64, 1996), taken block by block. */
export const measureNoiseSigma = (crops: readonly Crop[]): number => {
  const sigmas = crops.flatMap(blockSigmas).sort((a, b) => a - b);
  const flat = sigmas.slice(0, Math.max(1, Math.ceil(sigmas.length * FLAT_SHARE)));
  return flat.reduce((sum, sigma) => sum + sigma, 0) / (Math.max(1, flat.length) * SELECTION_BIAS);
};

const blockSigmas = (crop: Crop): number[] => {
  const sigmas: number[] = [];
  for (let top = 1; top < crop.heightPx - 1; top += BLOCK_PX) {
    for (let left = 1; left < crop.widthPx - 1; left += BLOCK_PX) sigmas.push(blockSigma(crop, left, top));
  }
  return sigmas;
};

const blockSigma = ({ widthPx, heightPx, luminance }: Crop, left: number, top: number): number => {
  const right = Math.min(left + BLOCK_PX, widthPx - 1);
  const bottom = Math.min(top + BLOCK_PX, heightPx - 1);
  let sum = 0;
  for (let y = top; y < bottom; y++) {
    for (let at = y * widthPx + left, end = y * widthPx + right; at < end; at++) {
      sum += Math.abs(maskAt(luminance, at, widthPx));
    }
  }
  return sum / ((right - left) * (bottom - top) * MASK_GAIN);
};

/** Difference of two Laplacians: blind to planes and to straight ramps. */
const maskAt = (luminance: Float32Array, at: number, widthPx: number): number => {
  const above = at - widthPx;
  const below = at + widthPx;
  return (
    luminance[above - 1]! -
    2 * luminance[above]! +
    luminance[above + 1]! -
    2 * (luminance[at - 1]! - 2 * luminance[at]! + luminance[at + 1]!) +
    luminance[below - 1]! -
    2 * luminance[below]! +
    luminance[below + 1]!
  );
};
