// Which evidence carries what: the look-ups that the plan's sections share.
import { type Evidence, type EvidenceId, isBeyondItsNull } from "../domain/evidence.ts";
import type { ReportFacts } from "./facts.ts";

export type EvidenceOf<Kind extends Evidence["kind"]> = Extract<Evidence, { kind: Kind }>;

export const evidenceOfKind = <Kind extends Evidence["kind"]>(
  facts: Pick<ReportFacts, "evidence">,
  kind: Kind,
): readonly EvidenceOf<Kind>[] =>
  facts.evidence.filter((entry): entry is EvidenceOf<Kind> => entry.kind === kind);

export const idsOf = (entries: readonly { readonly id: EvidenceId }[]): readonly EvidenceId[] =>
  entries.map((entry) => entry.id);

/** What the verdict stands on; never empty. */
export const verdictEvidence = (facts: ReportFacts): readonly EvidenceId[] => {
  const capture = captureEvidence(facts);
  const disagree = facts.verdict.reasons.includes("readers_disagree");
  const anomaly = [
    ...idsOf(evidenceOfKind(facts, "anomaly")),
    ...(disagree ? idsOf(evidenceOfKind(facts, "reference")) : []),
  ];
  const reader = idsOf(decidersThatDidNotRun(facts));
  const preferred = facts.verdict.kind === "retake" ? [capture, anomaly, reader] : [anomaly, reader, capture];
  const found =
    preferred.find((ids) => ids.length > 0) ?? facts.evidence.slice(0, 1).map((entry) => entry.id);
  if (found.length === 0) throw new Error("A report needs evidence to stand on; this inspection has none.");
  return facts.verdict.reasons.includes("readers_disagree")
    ? [...found, ...idsOf(facts.evidence.filter(isBeyondItsNull))]
    : found;
};

/** The grade as a whole and each degradation. */
export const captureEvidence = (facts: ReportFacts): readonly EvidenceId[] => [
  ...idsOf(evidenceOfKind(facts, "capture")),
  ...idsOf(evidenceOfKind(facts, "degradation")),
];

/** The reader whose result alone can fail a part, where it did not run. */
export const decidersThatDidNotRun = (facts: ReportFacts): readonly EvidenceOf<"reader">[] =>
  evidenceOfKind(facts, "reader").filter((entry) => entry.reader === "detectAnomaly");

/** Degradations that cost something: those of a picture that is less than usable. */
export const costlyDegradations = (facts: ReportFacts): readonly EvidenceOf<"degradation">[] =>
  facts.capture.grade === "usable" ? [] : evidenceOfKind(facts, "degradation");
