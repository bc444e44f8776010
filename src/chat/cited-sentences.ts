import type { AnswerSentence } from "../domain/chat.ts";

const CITED = /([^[\]]+?)\s*\[([A-Z]\d+(?:[\s,]+[A-Z]\d+)*)\][.。]?/gu;

/** The sentences of a model's answer, with the ids in square brackets behind each; the last may have none. */
export const citedSentences = (text: string): readonly AnswerSentence[] => {
  const found = [...text.matchAll(CITED)].map(([, said = "", ids = ""]) => ({
    text: said.trim(),
    evidence: [...new Set(ids.split(/[\s,]+/u))],
  }));
  const rest = text.replace(CITED, "").trim();
  return [...found, ...(/\p{L}{2}/u.test(rest) ? [{ text: rest, evidence: [] }] : [])].filter(
    (sentence) => sentence.text !== "",
  );
};
