// Whether a sentence speaks of what it cites at all. Most of its words have to be of a report's subjects, or stand in
// the cited evidence or on its page: "it belongs in the bin" holds nothing of an anomaly score.
import type { Fact } from "../../domain/follow-up.ts";
import { quotationsIn } from "../quotations.ts";
import { proseOf } from "./clauses.ts";
import type { Check } from "./fault.ts";
import { ownTexts } from "./own-texts.ts";
import { isOfReports, saysNothing } from "./report-words.ts";

/** The share of its words with a subject that have to be known. */
const LEAST_KNOWN = 0.4;
/** A Korean particle is no part of the Latin name before it. */
const WORD = /\p{Script=Hangul}{2,}|(?!\p{Script=Hangul})\p{L}(?:(?!\p{Script=Hangul})[\p{L}\p{N}-])+/gu;

export const groundedFault: Check = ({ text, evidence }, context) => {
  const cited = context.evidence.filter(({ id }) => evidence.includes(id));
  if (quotationsIn(text).length > 0 || isTranslated(text, cited)) return undefined;
  const words = (proseOf(text).match(WORD) ?? []).filter((word) => isOfReports(word) || !saysNothing(word));
  const others = words.filter((word) => !isOfReports(word));
  if (isEnough(words.length - others.length, words.length)) return undefined;
  const own = new Set((ownTexts(cited, context).match(WORD) ?? []).map(stemOf));
  const strange = others.filter(
    (word) => !own.has(stemOf(word)) && !(isKorean(word) && own.has(word.slice(0, 1))),
  );
  if (isEnough(words.length - strange.length, words.length)) return undefined;
  return { reason: "no_evidence", detail: strange.join(", ") || text };
};

const isEnough = (known: number, words: number): boolean => known > 0 && known / words >= LEAST_KNOWN;

/** A paraphrase of a passage or of a recorded action in another language shares no words with it. */
const isTranslated = (text: string, cited: readonly Fact[]): boolean =>
  cited.some(
    (item) =>
      (item.kind === "manual" && isKorean(item.quotation) !== isKorean(text)) ||
      (item.kind === "history" && item.actions.some(({ action }) => isKorean(action) !== isKorean(text))),
  );

const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text);

/** The first two syllables of a Korean word; an English one without its ending. */
const stemOf = (word: string): string =>
  isKorean(word) ? word.slice(0, 2) : word.replace(/(?:ing|ed|es|s|ly)$/u, "");
