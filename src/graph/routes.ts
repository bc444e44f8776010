// Where the graph goes next: pure functions that a test can call with a literal.
import type { InspectionFacts } from "../nodes/node.ts";

export const FIRST_READERS = ["detectAnomaly", "findSimilar", "classifyViews"] as const;

/** An unusable picture is not read: what it shows would be a guess. */
export const afterGrading = ({ capture }: Pick<InspectionFacts, "capture">) =>
  capture?.grade === "unusable" ? ["weighEvidence" as const] : [...FIRST_READERS];

/** The verdict is made before a language model is asked for its opinion, so that it can neither change nor delay it. */
export const afterWeighing = ({ verdict, request }: Pick<InspectionFacts, "verdict" | "request">) =>
  request.opinion !== undefined && verdict?.kind !== "retake"
    ? ["describeImage" as const]
    : afterOpinion({ verdict });

/** Those who know what to do about a defect. */
export const ADVISERS = ["consultManual", "recallHistory"] as const;

/** They are asked only where something is suspected. */
export const afterOpinion = ({ verdict }: Pick<InspectionFacts, "verdict">) =>
  verdict?.kind === "fail" || verdict?.kind === "review" ? [...ADVISERS] : ["writeReport" as const];
