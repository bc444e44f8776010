import type { Box } from "../../domain/region.ts";
import { type Bench, defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import type { Picture } from "../picture.ts";
import { type BankFile, readBank } from "../similarity/embed.ts";
import { describePatches } from "../similarity/pool.ts";
import { type DistanceMap, mapDistances } from "./distance-map.ts";
import { extractPatches, type Operators, type PatchGrid } from "./extract-patches.ts";
import { strongestSpot } from "./regions.ts";
import { type PrototypeSet, selectBankWithout } from "./select-bank.ts";

export interface PictureScore extends DistanceMap {
  /** The whole picture as one unit vector, from the same pass through the network. */
  readonly vector: Float32Array;
  /** For whoever compares them with something else than good pictures. */
  readonly grid: PatchGrid;
}

/** The distance map of a picture against a stored memory bank, and its description. */
export const scorePicture = defineJob(
  import.meta.url,
  "scorePicture",
  async (
    task: { input: Picture; model: FeatureModel; operators: Operators; bank: BankFile },
    bench: Bench,
  ): Promise<PictureScore> => {
    const { vectors, centre } = await readBank(task.bank, bench);
    const grid = await extractPatches(task.input, task, bench);
    const vector = describePatches(grid, centre, { size: task.input });
    return { ...(await mapDistances(grid, vectors, { operators: task.operators, bench })), vector, grid };
  },
);

export interface LeftOutScore {
  readonly score: number;
  /** In pixels of the network's input. */
  readonly spot: Box;
  readonly map: DistanceMap;
}

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
  ): Promise<LeftOutScore[]> => {
    const { operators } = task;
    const bank = await selectBankWithout(task.places, { set: task.set, pairwise: operators.pairwise }, bench);
    const scores: LeftOutScore[] = [];
    for (const input of task.inputs) {
      const grid = await extractPatches(input, task, bench);
      const map = await mapDistances(grid, bank, { operators, bench });
      scores.push({ score: map.maximum, spot: strongestSpot(map, input), map });
    }
    return scores;
  },
);
