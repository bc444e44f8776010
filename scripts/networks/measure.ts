// PatchCore with one network on one product: how well the scores part defective from good pictures, and how long a
// picture takes on one thread, from decoded pixels to the distance map.
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import pMap from "p-map";
import { auroc } from "../../evals/metrics/auroc.ts";
import type { JobPool } from "../../src/inference/job-pool.ts";
import type { FeatureModel, ModelStore } from "../../src/inference/model-store.ts";
import { inputLongEdge, inputSize, resizePicture } from "../../src/vision/input-size.ts";
import { encodeBank } from "../../src/vision/patch-memory/build-bank.ts";
import { operatorsOf } from "../../src/vision/patch-memory/extract-patches.ts";
import { choosePrototypes, type Prototypes } from "../../src/vision/patch-memory/prototypes.ts";
import { scorePicture } from "../../src/vision/patch-memory/score-picture.ts";
import { selectBank } from "../../src/vision/patch-memory/select-bank.ts";
import type { Picture } from "../../src/vision/picture.ts";
import type { BankFile } from "../../src/vision/similarity/embed.ts";
import type { Load, NetworkTask } from "./data.ts";

export interface Measured {
  readonly auroc: number;
  readonly durationsMs: readonly number[];
}

export interface Bench {
  readonly models: ModelStore;
  readonly jobs: JobPool;
  /** Where memory banks go for the time of the measurement. */
  readonly folder: string;
}

export const measureNetwork = async (
  task: NetworkTask,
  model: FeatureModel,
  bench: Bench,
): Promise<Measured> => {
  const lanes = { concurrency: bench.jobs.size };
  const learnt = await pMap(task.learn, (load) => load(), lanes);
  const longEdgePx = model.card.input.longEdgePx ?? inputLongEdge(learnt);
  const inputOf = (picture: Picture) =>
    resizePicture(picture, inputSize(picture, { ...model.card.input, longEdgePx }));
  const bank = await bankOf(await pMap(learnt, inputOf, lanes), model, bench);
  const durationsMs: number[] = [];
  const score = async (load: Load): Promise<number> => {
    const input = await inputOf(await load());
    const begun = performance.now();
    const work = { input, model, operators: operatorsOf(bench.models), bank };
    const { maximum } = await bench.jobs.do(scorePicture, work);
    durationsMs.push(performance.now() - begun);
    return maximum;
  };
  const good: number[] = [];
  for (const load of task.good) good.push(await score(load));
  const bad: number[] = [];
  for (const load of task.bad) bad.push(await score(load));
  return { auroc: auroc(good, bad).value ?? Number.NaN, durationsMs };
};

/** As a product's bank, without the calibration, which changes no score. */
const bankOf = async (
  inputs: readonly Picture[],
  model: FeatureModel,
  { models, jobs, folder }: Bench,
): Promise<BankFile> => {
  const operators = operatorsOf(models);
  const choose = (input: Picture) => jobs.do(choosePrototypes, { input, model, operators });
  const pictures = await pMap(inputs, choose, { concurrency: jobs.size });
  const id = randomUUID();
  const vectors = await jobs.do(selectBank, { set: { key: id, pictures }, pairwise: operators.pairwise });
  const path = join(folder, `${id}.bank`);
  await writeFile(path, encodeBank({ vectors, centre: centreOf(pictures) }));
  return { id, path };
};

const centreOf = (pictures: readonly Prototypes[]) => {
  const dimensions = pictures[0]?.dimensions ?? 0;
  const data = new Float32Array(dimensions);
  for (const { mean } of pictures) {
    for (let i = 0; i < dimensions; i++) data[i]! += mean[i]! / pictures.length;
  }
  return { data, dims: [dimensions] };
};
