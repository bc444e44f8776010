// The null of the reference comparison: what good pictures differ from each other. Each is compared with the
// good picture nearest to it, as an inspected one is.
import pMap from "p-map";
import { throwIfCancelled } from "../errors.ts";
import type { JobPool } from "../inference/job-pool.ts";
import type { FeatureModel, ModelStore } from "../inference/model-store.ts";
import { operatorsOf } from "../vision/patch-memory/extract-patches.ts";
import type { Picture } from "../vision/picture.ts";
import {
  type ComparedPicture,
  comparePictures,
  comparisonOperatorsOf,
} from "../vision/reference/compare-pictures.ts";
import { nearestOther, poolFeatures } from "../vision/reference/nearest-partner.ts";

interface GoodReading {
  readonly id: string;
  /** At the size that the network wants. */
  readonly input: Picture;
  readonly compared: ComparedPicture;
}

interface PairScoring {
  readonly model: FeatureModel;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal | undefined;
}

/** In the order of the pictures' hashes; those that cannot be laid over their nearest have no score. */
export const scoreGoodPairs = async (
  readings: readonly GoodReading[],
  { model, onProgress, signal }: PairScoring,
  { jobs, models }: { jobs: JobPool; models: ModelStore },
): Promise<number[]> => {
  const pictures = readings.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const lanes = { concurrency: 2 * jobs.size };
  const pool = ({ input }: GoodReading) =>
    jobs.do(poolFeatures, { input, model, operators: operatorsOf(models) }, signal);
  const vectors = (await pMap(pictures, pool, lanes)).map(({ vector }) => vector);
  const operators = comparisonOperatorsOf(models);
  let done = 0;
  const score = async ({ compared }: GoodReading, index: number): Promise<number[]> => {
    throwIfCancelled(signal);
    const reference = pictures[nearestOther(vectors, index)]?.compared;
    if (!reference) return [];
    const comparison = await jobs.do(comparePictures, { picture: compared, reference, operators }, signal);
    onProgress(++done / pictures.length);
    return "misfit" in comparison ? [] : [comparison.maximum];
  };
  return (await pMap(pictures, score, lanes)).flat();
};
