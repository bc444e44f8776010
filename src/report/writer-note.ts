// Who phrased a report, where it was not the rule writer or was meant to be another.
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report } from "../domain/report.ts";
import { reasonInEnglish, reasonInKorean } from "./reasons.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

export const writerNote = ({ language, writer, fallback, unfinished = [] }: Report): string | undefined => {
  const words = uiWordsOf(language);
  if (fallback) {
    const why = language === "ko" ? reasonInKorean(fallback.code) : reasonInEnglish(fallback.code);
    return `${words.fallback}: ${fallback.writer} (${why}; ${fallback.reason})`;
  }
  if (writer === RULE_WRITER) return undefined;
  if (unfinished.length === 0) return `${words.phrasedBy}: ${writer}`;
  const names = unfinished.map((section) => wordsOf(language).sections[section]).join(", ");
  return `${words.phrasedBy}: ${writer} (${words.unfinished}: ${names})`;
};
