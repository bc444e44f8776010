// Which good picture is most like another one: the same choice as at an inspection, made among the good pictures
// themselves, so that the null of the comparison is drawn as its test is.
import { defineJob } from "../../inference/job.ts";
import type { FeatureModel } from "../../inference/model-store.ts";
import { extractPatches, type Operators } from "../patch-memory/extract-patches.ts";
import type { Picture } from "../picture.ts";

/** The mean of a picture's patch features, of length 1. */
export const poolFeatures = defineJob(
  import.meta.url,
  "poolFeatures",
  async (
    task: { input: Picture; model: FeatureModel; operators: Operators },
    bench,
  ): Promise<{ vector: Float32Array }> => {
    const { data, dims } = (await extractPatches(task.input, task, bench)).patches;
    const dimensions = dims[1] ?? 0;
    const vector = new Float32Array(dimensions);
    data.forEach((value, i) => {
      vector[i % dimensions]! += value;
    });
    const length = Math.hypot(...vector);
    return { vector: vector.map((value) => value / length) };
  },
);

/** The index of the vector with the highest cosine similarity, the one at `index` apart; the lower of two equal. */
export const nearestOther = (vectors: readonly Float32Array[], index: number): number => {
  const own = vectors[index];
  if (!own || vectors.length < 2) throw new RangeError(`vector ${index} of ${vectors.length} has no other`);
  const similarities = vectors.map((other, i) => (i === index ? Number.NEGATIVE_INFINITY : dot(own, other)));
  return similarities.indexOf(Math.max(...similarities));
};

const dot = (one: Float32Array, other: Float32Array): number =>
  one.reduce((sum, value, i) => sum + value * other[i]!, 0);
