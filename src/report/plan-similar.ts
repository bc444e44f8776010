// What the known cases say: which are nearest, whether good pictures come as near, and what they make suspected.
import type { EvidenceId } from "../domain/evidence.ts";
import type { ReportFacts } from "./facts.ts";
import { type EvidenceOf, evidenceOfKind, idsOf } from "./plan-evidence.ts";
import { typeNames } from "./plan-manual.ts";
import type { Point } from "./points.ts";
import { unquoted } from "./quotations.ts";

/** A passed part is told its nearness only: its nearest case means nothing. */
export const planSimilar = (facts: ReportFacts): readonly Point[] =>
  evidenceOfKind(facts, "similarity").flatMap((nearness): readonly Point[] => {
    const { pValue, alpha, references, cases, id } = nearness;
    const near: Point = { kind: "caseNearness", pValue, alpha, references, cases, evidence: [id] };
    if (facts.verdict.kind === "pass") return [near];
    return [near, ...nearestCases(facts), ...suspectedType(facts, nearness)];
  });

/** Beside the promise of the anomaly test: what readers that cannot fail a part do to good ones. */
export const planReviewRate = (facts: ReportFacts): readonly Point[] => {
  const asking = [
    ...evidenceOfKind(facts, "similarity").map(({ id, alpha }) => ({
      id,
      alpha,
      reader: "findSimilar" as const,
    })),
    ...evidenceOfKind(facts, "reference")
      .filter(({ choice }) => choice === "nearest")
      .map(({ id, alpha }) => ({ id, alpha, reader: "compareReference" as const })),
  ];
  const [first] = asking;
  if (!first) return [];
  const readers = asking.map(({ reader }) => reader);
  return [{ kind: "reviewRate", readers, alpha: first.alpha, evidence: asking.map(({ id }) => id) }];
};

/** The first of each question: the whole picture and the regions, or the strongest spot. */
const nearestCases = (facts: ReportFacts): readonly Point[] =>
  evidenceOfKind(facts, "similar")
    .filter(({ rank }) => rank === 1)
    .map(({ id, caseId, caseType, asked, similarity }) => ({
      kind: "similarCase",
      caseId: unquoted(caseId),
      type: typeNames(facts, caseType) ?? { ko: caseType, en: caseType },
      asked,
      similarity,
      evidence: [id],
    }));

const suspectedType = (
  facts: ReportFacts,
  { id, defectType, votes }: EvidenceOf<"similarity">,
): readonly Point[] => {
  const type = typeNames(facts, defectType);
  const agreeing = defectType === undefined ? [] : carriers(facts, defectType);
  const [first] = agreeing;
  if (!type || !votes || !first) return [];
  const evidence: readonly EvidenceId[] = [id, ...idsOf(agreeing)];
  return [{ kind: "suspectedType", type, ...votes, similarity: first.similarity, evidence }];
};

/** The cases of that type among those nearest the strongest region or spot, nearest first. */
const carriers = (facts: ReportFacts, defectType: string): readonly EvidenceOf<"similar">[] =>
  evidenceOfKind(facts, "similar")
    .filter(({ asked, caseType }) => (asked === 1 || asked === "spot") && caseType === defectType)
    .toSorted((a, b) => a.rank - b.rank);
