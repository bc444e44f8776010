// Stage 1 of the memory bank: of each good picture the 96 patches that cover it best, chosen from that
// picture alone, so that adding or removing one picture touches no other.
import { defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Picture } from "../picture.ts";
import { extractPatches, type Operators } from "./extract-patches.ts";
import { kCenter } from "./k-center.ts";
import { decodeTensor, encodeTensors } from "./tensor-file.ts";
import { indicesUpTo, nearestToMean, selectRows, uniteVectors } from "./union.ts";

const PROTOTYPES_A_PICTURE = 96;

export interface Prototypes {
  /** [count, dimensions] in the order of choice. */
  readonly vectors: Float32Array;
  readonly dimensions: number;
  /** Patches of the whole picture, from which the size of the bank follows. */
  readonly patches: number;
}

export const encodePrototypes = ({ vectors, dimensions, patches }: Prototypes): Uint8Array =>
  encodeTensors({
    vectors: { data: vectors, dims: [vectors.length / dimensions, dimensions] },
    patches: { data: Float32Array.of(patches), dims: [1] },
  });

export const decodePrototypes = (bytes: Uint8Array): Prototypes => {
  const { data, dims } = decodeTensor(bytes, "vectors");
  return { vectors: data, dimensions: dims[1] ?? 0, patches: decodeTensor(bytes, "patches").data[0] ?? 0 };
};

export const choosePrototypes = defineJob(
  import.meta.url,
  "choosePrototypes",
  async (task: { input: Picture; model: FeatureModel; operators: Operators }, bench): Promise<Prototypes> => {
    const { patches } = await extractPatches(task.input, task, bench);
    const [count = 0, dimensions = 0] = patches.dims;
    const points = indicesUpTo(count);
    const { distancesFrom } = await uniteVectors(
      [patches.data],
      { dimensions, pairwise: task.operators.pairwise },
      bench,
    );
    const start = nearestToMean(patches, points);
    const chosen = await kCenter({ points, start, count: PROTOTYPES_A_PICTURE, distancesFrom });
    return { vectors: selectRows(patches, chosen).data, dimensions, patches: count };
  },
);
