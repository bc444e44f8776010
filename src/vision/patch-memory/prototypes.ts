// Stage 1 of the memory bank: of each good picture the patches that cover it best, chosen from that picture
// alone, so that adding or removing one picture touches no other. A tenth of its patches, 96 at the least:
// with 96 of the 2,304 patches of a 384 px picture, the demo product's AUROC fell from 0.86 to 0.73.
import { defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Picture } from "../picture.ts";
import { DistanceRows } from "./distance-rows.ts";
import { extractPatches, type Operators } from "./extract-patches.ts";
import { kCenter } from "./k-center.ts";
import { decodeTensor, encodeTensors, tensorNames } from "./tensor-file.ts";
import { indicesUpTo, meanOfRows, nearestToMean, selectRows } from "./union.ts";

const FEWEST_PROTOTYPES = 96;
const PROTOTYPE_SHARE = 0.1;

export interface Prototypes {
  /** [count, dimensions] in the order of choice. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Patches of the whole picture, from which the size of the bank follows. */
  readonly patches: number;
  /** The mean of all of them. */
  readonly mean: Float32Array;
}

export const encodePrototypes = ({ vectors, dimensions, patches, mean }: Prototypes): Uint8Array =>
  encodeTensors({
    vectors: { data: vectors, dims: [vectors.length / dimensions, dimensions] },
    patches: { data: Float32Array.of(patches), dims: [1] },
    mean: { data: mean, dims: [dimensions] },
  });

/** Undefined for a file of the first version, which lacked the mean. */
export const decodePrototypes = (bytes: Uint8Array): Prototypes | undefined => {
  if (!tensorNames(bytes).includes("mean")) return undefined;
  const { data, dims } = decodeTensor(bytes, "vectors");
  return {
    vectors: data,
    dimensions: dims[1] ?? 0,
    patches: decodeTensor(bytes, "patches").data[0] ?? 0,
    mean: decodeTensor(bytes, "mean").data,
  };
};

export const choosePrototypes = defineJob(
  import.meta.url,
  "choosePrototypes",
  async (task: { input: Picture; model: FeatureModel; operators: Operators }, bench): Promise<Prototypes> => {
    const { patches } = await extractPatches(task.input, task, bench);
    const [count = 0, dimensions = 0] = patches.dims;
    const points = indicesUpTo(count);
    const rows = await DistanceRows.over(patches, task.operators.pairwise, bench);
    const start = nearestToMean(patches, points);
    const chosen = await kCenter({ points, start, count: prototypeCount(count), rows });
    const mean = Float32Array.from(meanOfRows(patches));
    return { vectors: selectRows(patches, chosen).data, dimensions, patches: count, mean };
  },
);

const prototypeCount = (patches: number): number =>
  Math.max(FEWEST_PROTOTYPES, Math.ceil(PROTOTYPE_SHARE * patches));
