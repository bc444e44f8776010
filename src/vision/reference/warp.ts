import type { Size } from "../input-size.ts";
import { bilinear, cubic, type Sampler } from "./interpolate.ts";
import type { Plane } from "./plane.ts";
import type { Similarity } from "./similarity.ts";

export interface Warped extends Plane {
  /** 1 where the source covers the pixel, 0 where there is nothing to show. */
  readonly covered: Uint8Array;
}

/** The source as seen through a mapping of the target's coordinates into it; bilinear. */
export const warp = (source: Plane, similarity: Similarity, size: Size): Warped =>
  warpBy(source, { similarity, size, sample: bilinear });

/** As `warp`, by cubic convolution, for what is looked at and not only compared. */
export const warpSharply = (source: Plane, similarity: Similarity, size: Size): Warped =>
  warpBy(source, { similarity, size, sample: cubic });

const warpBy = (
  source: Plane,
  { similarity, size, sample }: { similarity: Similarity; size: Size; sample: Sampler },
): Warped => {
  const { a, b, dx, dy } = similarity;
  const values = new Float32Array(size.widthPx * size.heightPx);
  const covered = new Uint8Array(values.length);
  const [right, bottom] = [source.widthPx - 1, source.heightPx - 1];
  for (let row = 0, i = 0; row < size.heightPx; row++) {
    let x = a / 2 - b * (row + 0.5) + dx - 0.5;
    let y = b / 2 + a * (row + 0.5) + dy - 0.5;
    for (let column = 0; column < size.widthPx; column++, i++, x += a, y += b) {
      if (x < -TOLERANCE || y < -TOLERANCE || x > right + TOLERANCE || y > bottom + TOLERANCE) continue;
      values[i] = sample(source, Math.min(right, Math.max(0, x)), Math.min(bottom, Math.max(0, y)));
      covered[i] = 1;
    }
  }
  return { ...size, values, covered };
};

/** A pixel counts as covered while its middle lies this near the source. */
const TOLERANCE = 0.5;
