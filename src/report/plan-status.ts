// The first section: what was decided, what was measured, where it shows, and what did not run.
import type { Degradation } from "../domain/capture-grade.ts";
import { neededReferences } from "../domain/product.ts";
import type { Region } from "../domain/region.ts";
import type { ReportFacts } from "./facts.ts";
import { placeOf } from "./place.ts";
import { type EvidenceOf, evidenceOfKind, idsOf, verdictEvidence } from "./plan-evidence.ts";
import { planGrounded } from "./plan-grounded.ts";
import { planPassages, typeNames } from "./plan-manual.ts";
import { planReviewRate, planSimilar } from "./plan-similar.ts";
import type { Point } from "./points.ts";
import { unquoted } from "./quotations.ts";

/** More regions than this are left to the picture and the table. */
const MOST_REGIONS = 5;

export const planStatus = (facts: ReportFacts): readonly Point[] => [
  verdictPoint(facts),
  ...evidenceOfKind(facts, "anomaly").flatMap(anomalyPoints),
  ...planReviewRate(facts),
  ...regionPoints(facts),
  ...evidenceOfKind(facts, "reference").flatMap(referencePoints),
  ...planSimilar(facts),
  ...planGrounded(facts),
  ...capturePoints(facts),
  ...readerPoints(facts),
  ...planPassages(facts, undefined),
  ...evidenceOfKind(facts, "opinion").map(opinionPoint),
];

const verdictPoint = (facts: ReportFacts): Point<"verdict"> => ({
  kind: "verdict",
  verdict: facts.verdict.kind,
  reasons: facts.verdict.reasons,
  evidence: verdictEvidence(facts),
});

const anomalyPoints = (anomaly: EvidenceOf<"anomaly">): readonly Point[] => {
  const { distance, threshold, pValue, alpha, references, highestGood, falseAlarmBound } = anomaly;
  const evidence = [anomaly.id];
  const needed = neededReferences(alpha);
  const highest: Point = { kind: "highestGood", distance, highestGood, references, evidence };
  return [
    { kind: "score", distance, threshold, pValue, alpha, evidence },
    ...(highestGood === threshold ? [] : [highest]),
    references < needed
      ? { kind: "tooFewReferences", references, needed, alpha, evidence }
      : { kind: "promise", alpha, references, falseAlarmBound, evidence },
  ];
};

const regionPoints = (facts: ReportFacts): readonly Point[] => {
  const anomaly = evidenceOfKind(facts, "anomaly");
  if (facts.regions.length === 0) {
    return anomaly.length === 0 ? [] : [{ kind: "noRegions", evidence: idsOf(anomaly) }];
  }
  const points = facts.regions.flatMap((region, index) => regionPoint(facts, region, index + 1));
  const shown = points.slice(0, MOST_REGIONS);
  if (points.length === shown.length) return shown;
  const evidence = [...new Set(points.flatMap((point) => point.evidence))];
  return [...shown, { kind: "moreRegions", total: points.length, evidence }];
};

/** Nothing for a region that no evidence supports, or a picture of unknown size. */
const regionPoint = (
  facts: ReportFacts,
  region: Region,
  ordinal: number,
): readonly Point<"region" | "referenceRegion">[] => {
  const evidence = idsOf(facts.evidence).filter((id) => region.supportedBy.includes(id));
  const picture = facts.images[0];
  if (evidence.length === 0 || picture === undefined) return [];
  const { distance } = region;
  const references = idsOf(evidenceOfKind(facts, "reference"));
  if (evidence.every((id) => references.includes(id))) {
    return [
      { kind: "referenceRegion", ordinal, place: placeOf(region, picture), box: region, distance, evidence },
    ];
  }
  const label = typeNames(facts, region.label);
  return [
    { kind: "region", ordinal, place: placeOf(region, picture), box: region, distance, label, evidence },
  ];
};

const referencePoints = (reference: EvidenceOf<"reference">): readonly Point[] => {
  const { alignment, meanSsim, distance, threshold, references, pValue, alpha } = reference;
  const evidence = [reference.id];
  const fileName = unquoted(reference.fileName);
  const aligned: Point = { kind: "alignment", fileName, alignment, meanSsim, evidence };
  if (reference.choice !== "nearest" || references === 0) return [aligned];
  return [aligned, { kind: "difference", distance, threshold, references, pValue, alpha, evidence }];
};

const opinionPoint = ({ id, model, text }: EvidenceOf<"opinion">): Point<"opinion"> => ({
  kind: "opinion",
  model,
  text: unquoted(text),
  evidence: [id],
});

const capturePoints = (facts: ReportFacts): readonly Point[] => {
  const degraded = evidenceOfKind(facts, "degradation");
  const grades = evidenceOfKind(facts, "capture").map((entry): Point => {
    const { grade, references } = entry;
    return { kind: "capture", grade, references, isDegraded: degraded.length > 0, evidence: [entry.id] };
  });
  const degradations = degraded.map(({ id, degradation }): Point => {
    const { kind, severity, usual } = degradation;
    const statistic = { ...degradation.statistic, name: unquoted(degradation.statistic.name) };
    const extent = { motion: motionOf(degradation), part: partOf(degradation, facts) };
    return { kind: "degradation", degradation: kind, severity, statistic, usual, ...extent, evidence: [id] };
  });
  return [...grades, ...degradations];
};

const motionOf = ({ lengthPx, angleDegrees }: Degradation): Point<"degradation">["motion"] =>
  lengthPx === undefined || angleDegrees === undefined ? undefined : { lengthPx, angleDegrees };

const partOf = ({ region }: Degradation, { images }: ReportFacts): Point<"degradation">["part"] => {
  const picture = images[0];
  return region && picture ? { place: placeOf(region, picture), box: region } : undefined;
};

const readerPoints = (facts: ReportFacts): readonly Point[] => {
  const entries = evidenceOfKind(facts, "reader").map((entry) => ({
    ...entry,
    reader: unquoted(entry.reader),
    reason: unquoted(entry.reason),
  }));
  const skipped = entries.filter((entry) => entry.status === "skipped");
  const failed = entries.filter((entry) => entry.status === "failed");
  const points: Point[] = failed.map(({ id, reader, reason }) => ({
    kind: "readerFailed",
    reader,
    reason,
    evidence: [id],
  }));
  if (skipped.length > 0) points.push({ kind: "readersSkipped", readers: skipped, evidence: idsOf(skipped) });
  if (facts.product === null) points.push({ kind: "captureOnly", evidence: verdictEvidence(facts) });
  return points;
};
