// Who phrased a report, where it was not the rule writer or was meant to be another.
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report } from "../domain/report.ts";
import { reasonInEnglish, reasonInKorean } from "./reasons.ts";
import { uiWordsOf } from "./ui-words.ts";

export const writerNote = ({ language, writer, fallback }: Report): string | undefined => {
  const words = uiWordsOf(language);
  if (fallback) {
    const why = language === "ko" ? reasonInKorean(fallback.code) : reasonInEnglish(fallback.code);
    return `${words.fallback}: ${fallback.writer} (${why}; ${fallback.reason})`;
  }
  return writer === RULE_WRITER ? undefined : `${words.phrasedBy}: ${writer}`;
};
