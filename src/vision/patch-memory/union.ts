// Vectors of several pictures in one table, with their distances from each other.
import type { Bench } from "../../inference/job.ts";
import type { Tensor } from "../../inference/session.ts";

/** Up to this many vectors all pairs of distances are kept at once (268 MB); beyond, a row at a time. */
export const MOST_PAIRED = 8192;

export interface Union {
  /** [n, d] */
  readonly vectors: Tensor;
  readonly distancesFrom: (index: number) => Promise<Float32Array> | Float32Array;
}

export const uniteVectors = async (
  tables: readonly Float32Array[],
  { dimensions, pairwise }: { dimensions: number; pairwise: string },
  bench: Bench,
): Promise<Union> => {
  const vectors = joinTables(tables, dimensions);
  const session = await bench.session(pairwise);
  const rowsOf = async (a: Tensor): Promise<Float32Array> => {
    const { distances } = await session.run({ a, b: vectors });
    if (!distances) throw new TypeError("the pairwise operator gave no distances");
    return distances.data;
  };
  const count = vectors.dims[0] ?? 0;
  if (count > MOST_PAIRED) return { vectors, distancesFrom: (index) => rowsOf(rowOf(vectors, index)) };
  const all = await rowsOf(vectors);
  return { vectors, distancesFrom: (index) => all.subarray(index * count, (index + 1) * count) };
};

const joinTables = (tables: readonly Float32Array[], dimensions: number): Tensor => {
  const data = new Float32Array(tables.reduce((sum, table) => sum + table.length, 0));
  let offset = 0;
  for (const table of tables) {
    data.set(table, offset);
    offset += table.length;
  }
  return { data, dims: [data.length / dimensions, dimensions] };
};

const rowOf = ({ data, dims }: Tensor, index: number): Tensor => {
  const dimensions = dims[1] ?? 0;
  return { data: data.subarray(index * dimensions, (index + 1) * dimensions), dims: [1, dimensions] };
};

/** The rows of these indices, in their order. */
export const selectRows = ({ data, dims }: Tensor, indices: Int32Array): Tensor => {
  const dimensions = dims[1] ?? 0;
  const selected = new Float32Array(indices.length * dimensions);
  indices.forEach((index, i) => {
    selected.set(data.subarray(index * dimensions, (index + 1) * dimensions), i * dimensions);
  });
  return { data: selected, dims: [indices.length, dimensions] };
};

/** The index, among `points`, of the vector nearest the mean of all of `points`; the lower one of two equal. */
export const nearestToMean = ({ data, dims }: Tensor, points: Int32Array): number => {
  const dimensions = dims[1] ?? 0;
  const mean = new Float64Array(dimensions);
  for (const point of points) {
    for (let j = 0; j < dimensions; j++) mean[j]! += data[point * dimensions + j]! / points.length;
  }
  let best = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const point of points) {
    let square = 0;
    for (let j = 0; j < dimensions; j++) square += (data[point * dimensions + j]! - mean[j]!) ** 2;
    if (square < smallest) {
      smallest = square;
      best = point;
    }
  }
  return best;
};

export const meanOfRows = ({ data, dims: [rows = 0, columns = 0] }: Tensor): Float64Array => {
  const mean = new Float64Array(columns);
  for (let i = 0; i < data.length; i++) mean[i % columns]! += data[i]! / rows;
  return mean;
};

export const indicesUpTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => i);
