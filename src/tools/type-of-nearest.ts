import type { SimilarCaseEvidence, SimilarityEvidence } from "../domain/evidence.ts";

const LOOKED_AT = 3;

/** The defect type of more than half of the three nearest cases; nothing where they do not agree. */
export const typeOfNearest = (
  nearest: readonly Pick<SimilarCaseEvidence, "caseType" | "rank">[],
): Pick<SimilarityEvidence, "defectType" | "votes"> => {
  const types = nearest.filter(({ rank }) => rank <= LOOKED_AT).map(({ caseType }) => caseType);
  const votesFor = (type: string): number => types.filter((other) => other === type).length;
  const defectType = types.find((type) => votesFor(type) > LOOKED_AT / 2);
  if (defectType === undefined) return {};
  return { defectType, votes: { nearest: types.length, agreeing: votesFor(defectType) } };
};
