// Where the graph goes next: pure functions that a test can call with a literal.
import type { InspectionFacts } from "../nodes/node.ts";

export const FIRST_READERS = ["detectAnomaly", "findSimilar", "classifyViews"] as const;

/** An unusable picture is not read: what it shows would be a guess. An opinion is given where it was asked for. */
export const afterGrading = ({ capture, request }: Pick<InspectionFacts, "capture" | "request">) => {
  if (capture?.grade === "unusable") return ["weighEvidence" as const];
  return request.opinion === undefined ? [...FIRST_READERS] : [...FIRST_READERS, "describeImage" as const];
};

/** Those who know what to do about a defect. */
export const ADVISERS = ["consultManual", "recallHistory"] as const;

/** They are asked only where something is suspected. */
export const afterWeighing = ({ verdict }: Pick<InspectionFacts, "verdict">) =>
  verdict?.kind === "fail" || verdict?.kind === "review" ? [...ADVISERS] : ["writeReport" as const];
