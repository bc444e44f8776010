// Whether what a sentence says of the capture is its grade, and the degradations it names are those that were found.
import { type CaptureGrade, DEGRADATIONS, type DegradationKind } from "../../domain/capture-grade.ts";
import type { Fact } from "../../domain/follow-up.ts";
import { EN_WORDS } from "../words-en.ts";
import { KO_WORDS } from "../words-ko.ts";
import { clausesOf, isNegated } from "./clauses.ts";
import type { Check } from "./fault.ts";

const GRADES: readonly (readonly [CaptureGrade["grade"], RegExp])[] = [
  ["unusable", /\bunusable\b|판독 불가|판독할 수 없는 상태/u],
  ["limited", /\blimited\b|제한적/u],
  ["usable", /\busable\b|양호/u],
];
const CAPTURE = /\b(?:capture|picture|image|photo|photograph)\b|촬영|화질|사진/u;

export const captureFault: Check = ({ text, evidence }, context) => {
  const cited = context.evidence.filter(({ id }) => evidence.includes(id));
  if (!cited.some(({ kind }) => kind === "capture" || kind === "degradation")) return undefined;
  const named = degradationsIn(text).find(
    (kind) => !context.capture.degradations.some((found) => found.kind === kind) && !isFound(kind, cited),
  );
  if (named)
    return {
      reason: "type_without_evidence",
      detail: (/[가-힣]/u.test(text) ? KO_WORDS : EN_WORDS).degradations[named].name,
    };
  for (const clause of clausesOf(text)) {
    if (!CAPTURE.test(clause)) continue;
    for (const [grade, pattern] of GRADES) {
      const match = pattern.exec(clause);
      if (match && (grade === context.capture.grade) === isNegated(clause, match))
        return { reason: "evidence_contradicted", detail: match[0] };
    }
  }
  return undefined;
};

const isFound = (kind: DegradationKind, cited: readonly Fact[]): boolean =>
  cited.some((item) => item.kind === "degradation" && item.degradation.kind === kind);

/** Those that it says are there: "no glare" claims none. */
const degradationsIn = (text: string): readonly DegradationKind[] =>
  DEGRADATIONS.filter((kind) =>
    [EN_WORDS, KO_WORDS].some(({ degradations }) => {
      const name = new RegExp(`(?<![\\p{L}])${degradations[kind].name.toLowerCase()}(?![a-z])`, "u");
      return clausesOf(text).some((clause) => {
        const match = name.exec(clause);
        return match !== null && !isNegated(clause, match);
      });
    }),
  );
