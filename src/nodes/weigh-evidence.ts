// The only place where a verdict is made. The first line that applies decides; disagreement of readers is
// a result of its own and is never averaged away.
import { type AnomalyEvidence, type Evidence, isBeyondItsNull } from "../domain/evidence.ts";
import type { ReaderStatus } from "../domain/reader.ts";
import type { Verdict } from "../domain/verdict.ts";
import { labelRegions } from "./label-regions.ts";
import type { InspectionFacts, InspectionNode } from "./node.ts";

type Weighed = Pick<InspectionFacts, "capture" | "evidence" | "readers">;

export const weighEvidence = (): InspectionNode => async (facts) => ({
  verdict: weigh(facts),
  regions: labelRegions(facts),
  evidence: silentReaders(facts.readers),
});

export const weigh = ({ capture, evidence, readers }: Weighed): Verdict => {
  const anomaly = evidence.find((item) => item.kind === "anomaly");
  if (capture?.grade === "unusable") return { kind: "retake", reasons: ["capture_unusable"] };
  if (!anomaly || readers.detectAnomaly?.status !== "ran") {
    return { kind: "review", reasons: ["no_deciding_reader"] };
  }
  const measured = measuredBy(anomaly);
  if (anomaly.pValue <= anomaly.alpha)
    return { kind: "fail", reasons: ["anomaly_beyond_alpha"], ...measured };
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

/** Readers whose silence the report speaks of, each with the id of that fact. */
const HEARD = { detectAnomaly: "F1", compareReference: "F2", groundDefects: "F3" } as const;

/** A reader that could not speak is a fact of its own that the report can stand on. */
const silentReaders = (readers: Record<string, ReaderStatus>): Evidence[] =>
  Object.entries(HEARD).flatMap(([reader, id]) => {
    const status = readers[reader];
    if (!status || status.status === "ran") return [];
    // A product without known cases has nothing to look for.
    if (reader === "groundDefects" && status.status === "skipped") return [];
    const reason = status.code ?? status.reason ?? "unknown";
    return [{ id, kind: "reader", reader, status: status.status, reason }];
  });
