import { readFile } from "node:fs/promises";
import { type Bench, defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Picture } from "../picture.ts";
import { type DistanceMap, mapDistances } from "./distance-map.ts";
import { extractPatches, type Operators } from "./extract-patches.ts";
import { type PrototypeSet, selectBankWithout } from "./select-bank.ts";
import { decodeTensor } from "./tensor-file.ts";

/** The distance map of a picture against a stored memory bank. */
export const scorePicture = defineJob(
  import.meta.url,
  "scorePicture",
  async (
    task: { input: Picture; model: FeatureModel; operators: Operators; bank: { id: string; path: string } },
    bench: Bench,
  ): Promise<DistanceMap> => {
    const bank = await bench.kept(task.bank.id, async () =>
      decodeTensor(await readFile(task.bank.path), "vectors"),
    );
    const grid = await extractPatches(task.input, task, bench);
    return mapDistances(grid, bank, { operators: task.operators, bench });
  },
);

/** The scores of good pictures against the bank built without them, in the order of `places`. */
export const scoreLeftOut = defineJob(
  import.meta.url,
  "scoreLeftOut",
  async (
    task: {
      set: PrototypeSet;
      /** Where the pictures stand in the set. */
      places: readonly number[];
      inputs: readonly Picture[];
      model: FeatureModel;
      operators: Operators;
    },
    bench: Bench,
  ): Promise<number[]> => {
    const { operators } = task;
    const bank = await selectBankWithout(task.places, { set: task.set, pairwise: operators.pairwise }, bench);
    const scores: number[] = [];
    for (const input of task.inputs) {
      const grid = await extractPatches(input, task, bench);
      scores.push((await mapDistances(grid, bank, { operators, bench })).maximum);
    }
    return scores;
  },
);
