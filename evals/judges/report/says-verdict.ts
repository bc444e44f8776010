import type { Report } from "../../../src/domain/report.ts";
import type { VerdictKind } from "../../../src/domain/verdict.ts";
import { withoutQuotations } from "./quoted.ts";

/** A rate of failures is not a verdict: what speaks in percent says nothing of this part. */
export const saysVerdict = ({ sections, language }: Report, verdict: VerdictKind): boolean =>
  sections.status
    .map(({ text }) => withoutQuotations(text))
    .some((text) => !text.includes("%") && WORDS[language][verdict].test(text));

const WORDS: Readonly<Record<Report["language"], Readonly<Record<VerdictKind, RegExp>>>> = {
  en: {
    pass: /\b(pass(es|ed)?|accepted)\b/i,
    fail: /\b(fail(s|ed)?|rejected)\b/i,
    review: /\b(review|a person)\b/i,
    retake: /\b(retake|again)\b/i,
  },
  ko: {
    pass: /(?<!불)합격/u,
    fail: /불합격/u,
    review: /확인 필요|검토|사람/u,
    retake: /재촬영|다시/u,
  },
};
