// Vectors of several pictures in one table, and what is done with its rows.
import type { Tensor } from "../../inference/session.ts";

export const joinTables = (tables: readonly Float32Array[], dimensions: number): Tensor => {
  const data = new Float32Array(tables.reduce((sum, table) => sum + table.length, 0));
  let offset = 0;
  for (const table of tables) {
    data.set(table, offset);
    offset += table.length;
  }
  return { data, dims: [data.length / dimensions, dimensions] };
};

/** Tables of as many columns, one below the other. */
export const joinRows = (tables: readonly Tensor[]): Tensor =>
  joinTables(
    tables.map(({ data }) => data),
    tables[0]?.dims[1] ?? 0,
  );

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
