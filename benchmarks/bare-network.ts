import { defineJob } from "../src/inference/job.ts";
import type { FeatureModel } from "../src/inference/model-store.ts";

/** Milliseconds of one run of the feature network alone, on a grey picture of this size, in a worker thread. */
export const runBareNetwork = defineJob(
  import.meta.url,
  "runBareNetwork",
  async ({ model, edgePx }: { model: FeatureModel; edgePx: number }, bench): Promise<number> => {
    const session = await bench.session(model.path);
    const data = new Float32Array(3 * edgePx * edgePx).fill(0.1);
    const start = performance.now();
    await session.run({ [model.card.input.name]: { data, dims: [1, 3, edgePx, edgePx] } });
    return performance.now() - start;
  },
);
