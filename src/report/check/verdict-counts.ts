// How many inspections of each verdict a sentence counts: "12 failed", "fail 12", 불합격 12건. A count is no verdict on
// the part, so it is set aside before the sentence is read for one; but it has to be the count of that verdict.
import { VERDICTS, type VerdictKind } from "../../domain/verdict.ts";
import type { Fault } from "./fault.ts";

export type VerdictCounts = Readonly<Partial<Record<VerdictKind, number>>>;

const WORDS: Readonly<Record<VerdictKind, string>> = {
  pass: "(?:pass(?:es|ed)?|accepted)\\b|(?<!불|부)합격",
  fail: "(?:fail(?:s|ed|ures?)?|rejected)\\b|불합격",
  review: "reviews?\\b|확인 필요",
  retake: "retakes?\\b|재촬영",
};
/** 불합격은 12건, "fail: 12", "retake 0". */
const BEHIND = "(?:은|는|이|가|으로|로|판정은|판정이)?\\s*:?\\s*(\\d+)(?![\\d.%])(?:\\s*건)?";
/** "12 of them failed", "12 are for review". */
const BEFORE =
  "(?<![\\d.])(\\d+)\\s+(?:(?:of (?:them|these|those)|inspections?|parts?|are|were|is|was|marked|for)\\s+){0,3}";

const PATTERNS = VERDICTS.map((kind) => ({
  kind,
  pattern: new RegExp(`(?<![a-z])(?:${WORDS[kind]})${BEHIND}|${BEFORE}(?:${WORDS[kind]})`, "giu"),
}));

export const verdictCountFault = (text: string, counts: VerdictCounts): Fault | undefined => {
  for (const { kind, pattern } of PATTERNS) {
    const wrong = [...text.matchAll(pattern)].find(
      ([, behind, before]) => Number(behind ?? before) !== (counts[kind] ?? 0),
    );
    if (wrong) return { reason: "evidence_contradicted", detail: wrong[0].trim() };
  }
  return undefined;
};

export const withoutVerdictCounts = (text: string): string =>
  PATTERNS.reduce((rest, { pattern }) => rest.replace(pattern, " "), text);
