// Where two pictures differ: 1 - SSIM, smoothed a little so that single grains do not speak, on cells of four pixels.
import type { Bench } from "../../inference/job.ts";
import type { Tensor } from "../../inference/session.ts";
import type { Size } from "../input-size.ts";
import type { DistanceMap } from "../patch-memory/distance-map.ts";

export const SMOOTHING_SIGMA_PX = 4;
const CELL_PX = 4;
/** A cell of which less than this share was compared says nothing: its difference is 0. */
const LEAST_COMPARED = 0.5;

/** `compared` marks the pixels that count. */
export const mapDifference = async (
  { similarity, compared, size }: { similarity: Float32Array; compared: Uint8Array; size: Size },
  { operator, bench }: { operator: string; bench: Bench },
): Promise<DistanceMap> => {
  const session = await bench.session(operator);
  const left = smoothing(size.heightPx);
  const right = transposed(smoothing(size.widthPx));
  const smooth = async (data: Float32Array): Promise<Tensor> => {
    const { map } = await session.run({ left, grid: { data, dims: [size.heightPx, size.widthPx] }, right });
    if (!map) throw new TypeError("the resample operator gave no map");
    return map;
  };
  const shares = await smooth(Float32Array.from(compared));
  const sums = await smooth(similarity.map((value, i) => (compared[i] ? Math.max(0, 1 - value) : 0)));
  const distances = Float32Array.from(sums.data, (sum, i) =>
    shares.data[i]! < LEAST_COMPARED ? 0 : Math.max(0, sum / shares.data[i]!),
  );
  const [rows = 0, columns = 0] = shares.dims;
  return { rows, columns, distances, maximum: distances.reduce((most, value) => Math.max(most, value), 0) };
};

/** [cells, pixels]: a Gaussian about the middle of each cell; every row sums to 1. */
const smoothing = (pixels: number): Tensor => {
  const cells = Math.ceil(pixels / CELL_PX);
  const data = new Float32Array(cells * pixels);
  for (let cell = 0; cell < cells; cell++) {
    const middle = Math.min(pixels, (cell + 0.5) * CELL_PX);
    const row = data.subarray(cell * pixels, (cell + 1) * pixels);
    const reach = Math.ceil(4 * SMOOTHING_SIGMA_PX);
    for (let i = Math.max(0, Math.floor(middle) - reach); i < Math.min(pixels, middle + reach); i++)
      row[i] = Math.exp(-((i + 0.5 - middle) ** 2) / (2 * SMOOTHING_SIGMA_PX ** 2));
    const total = row.reduce((sum, weight) => sum + weight, 0);
    row.forEach((weight, i) => {
      row[i] = weight / total;
    });
  }
  return { data, dims: [cells, pixels] };
};

const transposed = ({ data, dims: [rows = 0, columns = 0] }: Tensor): Tensor => {
  const turned = new Float32Array(data.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = data[i * columns + j]!;
  return { data: turned, dims: [columns, rows] };
};
