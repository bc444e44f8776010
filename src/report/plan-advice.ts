// Causes, actions and prevention. What is said about a defect comes from the manuals; what is said about the
// capture, the references and the next step comes from the measurements.
import { neededReferences } from "../domain/product.ts";
import type { ReportFacts } from "./facts.ts";
import {
  captureEvidence,
  costlyDegradations,
  decidersThatDidNotRun,
  evidenceOfKind,
  verdictEvidence,
} from "./plan-evidence.ts";
import { nextStep } from "./plan-headline.ts";
import { planHistory } from "./plan-history.ts";
import { planManual } from "./plan-manual.ts";
import type { ManualSection, Point } from "./points.ts";

export const planCauses = (facts: ReportFacts): readonly Point[] => {
  const evidence = verdictEvidence(facts);
  if (facts.verdict.kind === "retake") return [...captureCauses(facts), ...manualPoints(facts, "causes")];
  if (facts.verdict.kind === "pass") return [{ kind: "noCause", evidence }, ...quoted(facts, "causes")];
  const open: Point[] = facts.verdict.kind === "review" ? [{ kind: "causeOpen", evidence }] : [];
  return [...open, ...manualPoints(facts, "causes"), ...costlyCauses(facts)];
};

export const planActions = (facts: ReportFacts): readonly Point[] => [
  nextStep(facts),
  ...costlyDegradations(facts).map(({ id, degradation }): Point => {
    return { kind: "retakeAdvice", degradation: degradation.kind, evidence: [id] };
  }),
  ...(facts.product === null ? [nameProduct(facts)] : repairs(facts)),
  ...planHistory(facts),
  ...(facts.verdict.kind === "pass" ? quoted(facts, "actions") : manualPoints(facts, "actions")),
];

export const planPrevention = (facts: ReportFacts): readonly Point[] => [
  ...(facts.verdict.kind === "pass" ? quoted(facts, "prevention") : manualPoints(facts, "prevention")),
  ...costlyDegradations(facts).map(({ id, degradation }): Point => {
    return { kind: "preventDegradation", degradation: degradation.kind, evidence: [id] };
  }),
  ...keepConditions(facts),
];

const captureCauses = (facts: ReportFacts): readonly Point[] => {
  const causes = costlyCauses(facts);
  return causes.length > 0 ? causes : [{ kind: "captureCauseUnknown", evidence: verdictEvidence(facts) }];
};

const costlyCauses = (facts: ReportFacts): readonly Point[] =>
  costlyDegradations(facts).map(({ id, degradation }) => ({
    kind: "captureCause",
    degradation: degradation.kind,
    evidence: [id],
  }));

/** The manuals of a part that gave cause for doubt; where they were not asked, that is said once, in causes. */
const manualPoints = (facts: ReportFacts, section: ManualSection): readonly Point[] => {
  const isQuoted = quoted(facts, section).length > 0;
  const why = facts.product === null ? "capture_only" : "retake";
  if (isQuoted || (facts.product !== null && facts.verdict.kind !== "retake"))
    return planManual(facts, section);
  if (section !== "causes") return [];
  return [{ kind: "manualsNotAsked", section, why, evidence: verdictEvidence(facts) }];
};

const quoted = (facts: ReportFacts, section: ManualSection): readonly Point[] =>
  evidenceOfKind(facts, "manual").some((passage) => passage.section === section)
    ? planManual(facts, section)
    : [];

const nameProduct = (facts: ReportFacts): Point => ({
  kind: "nameProduct",
  evidence: verdictEvidence(facts),
});

/** What makes the next inspection of this product surer than this one. */
const repairs = (facts: ReportFacts): readonly Point[] => [
  ...decidersThatDidNotRun(facts)
    .filter((entry) => entry.status === "failed")
    .map(({ id, reader }): Point => ({ kind: "repairReader", reader, evidence: [id] })),
  ...evidenceOfKind(facts, "anomaly").flatMap(({ id, references, alpha }): readonly Point[] => {
    const needed = neededReferences(alpha);
    return references < needed ? [{ kind: "addReferences", references, needed, alpha, evidence: [id] }] : [];
  }),
];

const keepConditions = (facts: ReportFacts): readonly Point[] => {
  const anomaly = evidenceOfKind(facts, "anomaly").map((entry) => entry.id);
  const capture = captureEvidence(facts);
  const evidence = [anomaly, capture, verdictEvidence(facts)].find((ids) => ids.length > 0) ?? [];
  return [{ kind: "keepConditions", hasReferences: anomaly.length > 0, evidence }];
};
