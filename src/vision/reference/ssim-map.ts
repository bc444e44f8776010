// Structural similarity (Wang et al. 2004) of two planes that lie over each other, pixel by pixel, inside ONNX Runtime
// (models/operators/ssim.onnx). Planes are mirrored beyond their edges, as in scikit-image.
import type { Bench } from "../../inference/job.ts";
import type { Tensor } from "../../inference/session.ts";
import type { Size } from "../input-size.ts";
import type { Plane } from "./plane.ts";

/** What the operator was written with. */
export const SSIM_SETTINGS = { windowPx: 11, sigmaPx: 1.5, k1: 0.01, k2: 0.03, range: 255 } as const;

/** How far a pixel's window reaches. */
export const WINDOW_REACH_PX = (SSIM_SETTINGS.windowPx - 1) / 2;

/** One value a pixel, 1 where the planes are the same. */
export const mapSimilarity = async (
  { picture, reference }: { picture: Plane; reference: Plane },
  { operator, bench }: { operator: string; bench: Bench },
): Promise<Float32Array> => {
  const session = await bench.session(operator);
  const { similarity } = await session.run({ picture: mirrored(picture), reference: mirrored(reference) });
  if (!similarity) throw new TypeError("the ssim operator gave no similarity");
  return similarity.data;
};

/** The mean over the pixels that `counted` marks, without those whose window reaches beyond the picture. */
export const meanSimilarity = (
  similarity: Float32Array,
  { widthPx, heightPx }: Size,
  counted: Uint8Array,
): number => {
  let sum = 0;
  let count = 0;
  for (let y = WINDOW_REACH_PX; y < heightPx - WINDOW_REACH_PX; y++) {
    for (let x = WINDOW_REACH_PX; x < widthPx - WINDOW_REACH_PX; x++) {
      const i = y * widthPx + x;
      if (!counted[i]) continue;
      sum += similarity[i]!;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
};

const mirrored = ({ widthPx, heightPx, values }: Plane): Tensor => {
  const columns = mirroredIndices(widthPx);
  const rows = mirroredIndices(heightPx);
  const data = new Float32Array(rows.length * columns.length);
  let target = 0;
  for (const row of rows) for (const column of columns) data[target++] = values[row * widthPx + column]!;
  return { data, dims: [rows.length, columns.length] };
};

/** … 1 0 | 0 1 2 … : the edge itself is repeated. */
const mirroredIndices = (length: number): Int32Array =>
  Int32Array.from({ length: length + 2 * WINDOW_REACH_PX }, (_, i) => {
    const index = i - WINDOW_REACH_PX;
    return index < 0 ? -1 - index : index < length ? index : 2 * length - 1 - index;
  });
