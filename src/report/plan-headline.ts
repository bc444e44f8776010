// What stands above the four sections: the whole of it in one line, how far it lies beyond the limit, who acts next.
import type { NextStep, Severity } from "../domain/report.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import type { ReportFacts } from "./facts.ts";
import { placeOf } from "./place.ts";
import { evidenceOfKind, idsOf, verdictEvidence } from "./plan-evidence.ts";
import { named, typeNames } from "./plan-manual.ts";
import type { Point } from "./points.ts";

const MEDIUM_FROM = 1.25;
const HIGH_FROM = 2;

export const planSummary = (facts: ReportFacts): Point<"summary"> => {
  const { verdict, product, regions, images } = facts;
  const isFound = verdict.kind === "fail" || verdict.kind === "review";
  const shown = isFound ? regions : [];
  const [strongest] = shown;
  const [picture] = images;
  const suspects = isFound ? evidenceOfKind(facts, "similarity") : [];
  return {
    kind: "summary",
    verdict: verdict.kind,
    reasons: verdict.reasons,
    product: product ? named(product.names) : undefined,
    types: suspects.flatMap(({ defectType }) => typeNames(facts, defectType) ?? []),
    regions: shown.length,
    place: strongest && picture && placeOf(strongest, picture),
    evidence: [
      ...new Set([
        ...verdictEvidence(facts),
        ...idsOf(suspects.filter(({ defectType }) => defectType !== undefined)),
        ...idsOf(
          facts.evidence.filter(({ id }) => shown.some(({ supportedBy }) => supportedBy.includes(id))),
        ),
      ]),
    ],
  };
};

export const planSeverity = ({ verdict }: ReportFacts): Severity => {
  const { kind, distance, threshold } = verdict;
  if (kind === "pass") return { level: "none" };
  if (kind !== "fail" || distance === undefined || !threshold) return { level: "open" };
  const ratio = distance / threshold;
  if (ratio >= HIGH_FROM) return { level: "high", ratio };
  return { level: ratio >= MEDIUM_FROM ? "medium" : "low", ratio };
};

export const planNext = (facts: ReportFacts) => ({ who: WHO[facts.verdict.kind], point: nextStep(facts) });

export const nextStep = (facts: ReportFacts): Point<"nextStep"> => ({
  kind: "nextStep",
  verdict: facts.verdict.kind,
  hasRegions: facts.regions.length > 0,
  evidence: verdictEvidence(facts),
});

const WHO: Readonly<Record<VerdictKind, NextStep["who"]>> = {
  pass: "operator",
  fail: "operator",
  review: "quality",
  retake: "operator",
};
