// What is usual for a product's captures, from its good pictures: the mean look, and how sure the network is of each
// kind on good pictures that are compared with the other ones.
import pMap from "p-map";
import type { GraderModel } from "../inference/model-store.ts";
import type { JobPool } from "../inference/job-pool.ts";
import { judgeLook, type CaptureReading } from "../vision/capture/network.ts";
import { baselineOf, type CaptureBaseline, meanLook } from "../vision/capture/usual.ts";

/** More good pictures than these are not judged again: each costs ten milliseconds, and a few dozen tell enough. */
export const MOST_JUDGED = 40;

export type GoodReading = Pick<CaptureReading, "statistics"> & {
  readonly vector: Float32Array;
  /** Absent where the picture is not among those that are judged. */
  readonly look: CaptureReading["look"] | undefined;
};

export const calibrateCapture = async (
  good: readonly GoodReading[],
  { grader, jobs, signal }: { grader: GraderModel; jobs: JobPool; signal?: AbortSignal | undefined },
): Promise<CaptureBaseline> => {
  const captures = good.map(({ statistics, vector }) => ({ statistics, look: vector }));
  const judged = good.flatMap(({ look }, index) => (look ? [{ look, index }] : []));
  const answers = await pMap(
    judged,
    ({ look, index }) => {
      const others = captures.filter((_, other) => other !== index);
      return jobs.do(judgeLook, { look, grader, usual: meanLook(others) }, signal);
    },
    { concurrency: jobs.size + 1 },
  );
  return baselineOf(
    captures,
    answers.map(({ odds }) => odds),
    { card: grader.card },
  );
};
