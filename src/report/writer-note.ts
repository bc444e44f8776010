// Who phrased a report, where it was not the rule writer or was meant to be another.
import { RULE_WRITER } from "../domain/language-model.ts";
import type { Report, Section } from "../domain/report.ts";
import { reasonInEnglish, reasonInKorean } from "./reasons.ts";
import { uiWordsOf } from "./ui-words.ts";
import { wordsOf } from "./words-of.ts";

export const writerNote = ({
  language,
  writer,
  fallback,
  unfinished = [],
  replaced = [],
}: Report): string | undefined => {
  const words = uiWordsOf(language);
  if (fallback) {
    const why = language === "ko" ? reasonInKorean(fallback.code) : reasonInEnglish(fallback.code);
    const reason = replaced.length > 0 ? words.replaced : fallback.reason;
    return `${words.fallback}: ${fallback.writer} (${why}; ${reason})`;
  }
  if (writer === RULE_WRITER) return undefined;
  const named = (what: string, sections: readonly Section[]): string[] =>
    sections.length === 0
      ? []
      : [`${what}: ${sections.map((section) => wordsOf(language).sections[section]).join(", ")}`];
  const notes = [...named(words.unfinished, unfinished), ...named(words.replaced, replaced)];
  return `${words.phrasedBy}: ${writer}${notes.length === 0 ? "" : ` (${notes.join("; ")})`}`;
};
