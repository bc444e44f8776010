// The rule that makes a verdict. The first line that applies decides; disagreement of readers is a result of its own
// and is never averaged away. It stands here because a supposition ("with another limit?") must use the very same rule.
import type { CaptureGrade } from "./capture-grade.ts";
import { type AnomalyEvidence, type Evidence, isBeyondItsNull } from "./evidence.ts";
import type { ReaderStatus } from "./reader.ts";
import type { Verdict } from "./verdict.ts";

export interface Weighed {
  readonly capture?: Pick<CaptureGrade, "grade"> | undefined;
  readonly evidence: readonly Evidence[];
  readonly readers: Readonly<Record<string, ReaderStatus>>;
}

/** When the anomaly test fails a part. */
export type Limit = (anomaly: AnomalyEvidence) => boolean;

const atLevel: Limit = ({ pValue, alpha }) => pValue <= alpha;

export const weigh = ({ capture, evidence, readers }: Weighed, isBeyondLimit: Limit = atLevel): Verdict => {
  const anomaly = evidence.find((item) => item.kind === "anomaly");
  if (capture?.grade === "unusable") return { kind: "retake", reasons: ["capture_unusable"] };
  if (!anomaly || readers.detectAnomaly?.status !== "ran") {
    return { kind: "review", reasons: ["no_deciding_reader"] };
  }
  const measured = measuredBy(anomaly);
  if (isBeyondLimit(anomaly)) return { kind: "fail", reasons: ["anomaly_beyond_alpha"], ...measured };
  if (anomaly.threshold === undefined && anomaly.distance > anomaly.highestGood) {
    return { kind: "review", reasons: ["too_few_references"], ...measured };
  }
  if (evidence.some(isBeyondItsNull)) return { kind: "review", reasons: ["readers_disagree"], ...measured };
  return { kind: "pass", reasons: ["nothing_found"], ...measured };
};

const measuredBy = ({ pValue, alpha, distance, threshold }: AnomalyEvidence) => ({
  pValue,
  alpha,
  distance,
  ...(threshold !== undefined && { threshold }),
});
