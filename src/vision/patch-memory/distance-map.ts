// Distances on the patch grid to a smooth map: bilinear up-sampling to two samples a patch, then a Gaussian
// blur, both as one matrix from each side (A S B). The picture's score is the maximum of this map.
import type { Bench } from "../../inference/job.ts";
import type { Tensor } from "../../inference/session.ts";
import type { Operators, PatchGrid } from "./extract-patches.ts";
import { decodeTensor, encodeTensors, tensorNames } from "./tensor-file.ts";

/** Map samples a patch along each axis. */
const SAMPLES_A_PATCH = 2;
/** The blur of PatchCore's reference, 4 px of a map at input resolution, on samples of 4 px. */
const BLUR_SAMPLES = 1;

export interface DistanceMap {
  readonly rows: number;
  readonly columns: number;
  readonly distances: Float32Array;
  readonly maximum: number;
}

export const mapDistances = async (
  { rows, columns, patches }: PatchGrid,
  bank: Tensor,
  { operators, bench }: { operators: Operators; bench: Bench },
): Promise<DistanceMap> => {
  const nearest = await bench.session(operators.nearest);
  const { distances } = await nearest.run({ a: patches, b: bank });
  const resample = await bench.session(operators.resample);
  const { map } = await resample.run({
    left: smoothing(rows),
    grid: { data: distances?.data ?? new Float32Array(), dims: [rows, columns] },
    right: transposed(smoothing(columns)),
  });
  if (!map) throw new TypeError("the resample operator gave no map");
  const [mapRows = 0, mapColumns = 0] = map.dims;
  return {
    rows: mapRows,
    columns: mapColumns,
    distances: Float32Array.from(map.data),
    maximum: highestOf(map.data),
  };
};

const highestOf = (values: Float32Array): number =>
  values.reduce((highest, value) => Math.max(highest, value), 0);

/** Maps by the ids of their pictures. */
export const encodeMaps = (maps: Readonly<Record<string, DistanceMap>>): Uint8Array =>
  encodeTensors(
    Object.fromEntries(
      Object.entries(maps).map(([id, { distances, rows, columns }]) => [
        id,
        { data: distances, dims: [rows, columns] },
      ]),
    ),
  );

export const decodeMaps = (bytes: Uint8Array): ReadonlyMap<string, DistanceMap> =>
  new Map(
    tensorNames(bytes).map((id) => {
      const { data, dims } = decodeTensor(bytes, id);
      const [rows = 0, columns = 0] = dims;
      return [id, { rows, columns, distances: data, maximum: highestOf(data) }];
    }),
  );

/** [samples, cells]: blur times up-sampling along one axis; every row sums to 1. */
const smoothing = (cells: number): Tensor => {
  const samples = cells * SAMPLES_A_PATCH;
  const data = new Float32Array(samples * cells);
  const reach = Math.ceil(4 * BLUR_SAMPLES);
  for (let sample = 0; sample < samples; sample++) {
    const weights = Array.from({ length: 2 * reach + 1 }, (_, i) => gaussian(i - reach));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    weights.forEach((weight, i) => {
      const source = Math.min(samples - 1, Math.max(0, sample + i - reach));
      addBilinear(data.subarray(sample * cells, (sample + 1) * cells), source, weight / total);
    });
  }
  return { data, dims: [samples, cells] };
};

const gaussian = (offset: number): number => Math.exp(-(offset ** 2) / (2 * BLUR_SAMPLES ** 2));

/** Adds the weights with which a sample is mixed of the two cells around it; edges are held. */
const addBilinear = (row: Float32Array, sample: number, weight: number): void => {
  const place = (sample + 0.5) / SAMPLES_A_PATCH - 0.5;
  const cell = Math.floor(place);
  const share = place - cell;
  const clamp = (index: number) => Math.min(row.length - 1, Math.max(0, index));
  row[clamp(cell)]! += weight * (1 - share);
  row[clamp(cell + 1)]! += weight * share;
};

const transposed = ({ data, dims: [rows = 0, columns = 0] }: Tensor): Tensor => {
  const turned = new Float32Array(data.length);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) turned[j * rows + i] = data[i * columns + j]!;
  return { data: turned, dims: [columns, rows] };
};
