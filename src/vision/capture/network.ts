// Runs the grading network over a picture's look. Its answers are probabilities; what is made of them is in grade.ts.
import type { GraderModel } from "../../inference/model-store.ts";
import { type Bench, defineJob } from "../../inference/job.ts";
import type { Picture } from "../picture.ts";
import { faultyLines } from "./lines.ts";
import { CROP_PX, type Look, lookAt } from "./look.ts";
import { type CaptureStatistics, measureCapture } from "./statistics.ts";
import type { Box } from "../../domain/region.ts";

export interface Answer {
  /** How the picture looks to the network: what is averaged over good pictures to know the usual. */
  readonly look: Float32Array;
  /** Probability and severity of each kind, in the order of the card. */
  readonly odds: Float32Array;
  readonly severities: Float32Array;
  /** Cosine and sine of twice the direction of a motion, and the binary logarithm of its length in px. */
  readonly motion: Float32Array;
  /** Probability of each kind in each crop, crop by crop. */
  readonly cropOdds: Float32Array;
}

export interface CaptureReading {
  readonly statistics: CaptureStatistics;
  readonly look: Look;
  readonly answer: Answer;
  /** The rows or columns that stand out most, should they be faulty. */
  readonly lines: Box | undefined;
}

/** Everything that a picture's own pixels tell about its capture. */
export const readCapture = defineJob(
  import.meta.url,
  "readCapture",
  async (
    task: { picture: Picture; grader: GraderModel; usual: Float32Array | undefined },
    bench: Bench,
  ): Promise<CaptureReading> => {
    const look = lookAt(task.picture);
    return {
      statistics: measureCapture(task.picture),
      look,
      answer: await askNetwork({ ...task, look }, bench),
      lines: faultyLines(task.picture),
    };
  },
);

export interface Question {
  readonly look: Look;
  readonly grader: GraderModel;
  /** The mean look of the product's good pictures. */
  readonly usual: Float32Array | undefined;
}

export const judgeLook = defineJob(
  import.meta.url,
  "judgeLook",
  (question: Question, bench: Bench): Promise<Answer> => askNetwork(question, bench),
);

const askNetwork = async ({ look, grader, usual }: Question, bench: Bench): Promise<Answer> => {
  const { lookSize } = grader.card;
  const session = await bench.session(grader.path);
  const answers = await session.run({
    crops: { data: Float32Array.from(look.crops), dims: [look.corners.length, 3, CROP_PX, CROP_PX] },
    numbers: { data: look.numbers, dims: [look.numbers.length] },
    usual: { data: usual ?? new Float32Array(lookSize), dims: [lookSize] },
    known: { data: Float32Array.of(usual ? 1 : 0), dims: [1] },
  });
  const dataOf = (name: string): Float32Array => answers[name]?.data ?? new Float32Array();
  return {
    look: dataOf("look"),
    odds: dataOf("odds"),
    severities: dataOf("severities"),
    motion: dataOf("motion"),
    cropOdds: dataOf("crop_odds"),
  };
};
