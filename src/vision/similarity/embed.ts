import { readFile } from "node:fs/promises";
import { type Bench, defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Tensor } from "../../inference/session.ts";
import { extractPatches, type Operators } from "../patch-memory/extract-patches.ts";
import { decodeTensor } from "../patch-memory/tensor-file.ts";
import type { PartInput } from "./crop.ts";
import { describePatches } from "./pool.ts";

/** A stored memory bank, as a worker reads it. */
export interface BankFile {
  readonly id: string;
  readonly path: string;
}

/** One unit vector for each picture or part of one. */
export const embedParts = defineJob(
  import.meta.url,
  "embedParts",
  async (
    task: { parts: readonly PartInput[]; model: FeatureModel; operators: Operators; bank: BankFile },
    bench: Bench,
  ): Promise<Float32Array[]> => {
    const { centre } = await readBank(task.bank, bench);
    const vectors: Float32Array[] = [];
    for (const { input, box } of task.parts) {
      vectors.push(describePatches(await extractPatches(input, task, bench), centre, { box, size: input }));
    }
    return vectors;
  },
);

export interface BankTensors {
  readonly vectors: Tensor;
  /** What is usual: the mean of the patches of the good pictures. */
  readonly centre: Float32Array;
}

/** Read once a worker. */
export const readBank = ({ id, path }: BankFile, bench: Bench): Promise<BankTensors> =>
  bench.kept(id, async () => {
    const bytes = await readFile(path);
    return { vectors: decodeTensor(bytes, "vectors"), centre: decodeTensor(bytes, "centre").data };
  });
