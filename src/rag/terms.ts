// Search terms of a text. Korean words are searched as they stand, without their particle, and as pairs of
// syllables: 기공 is found in 기공이, 가스기공 and 기공률, where a dictionary would be needed to know better.
// English words lose their endings by a few rules, the same way in a manual and in a question.
import { stemOfEnglish, stemOfKorean } from "./stems.ts";
import { isStopPair, isStopWord } from "./stop-words.ts";

/** One word of a text, and how a search may meet it. */
export interface Word {
  /** As it stands, in lower case. */
  readonly token: string;
  readonly stem: string;
  /** The whole word, its stem, and pairs of syllables; each once. */
  readonly terms: readonly string[];
}

/** In order, repeated as they occur. Lines that end within a word are understood. */
export const termsOf = (text: string): string[] => [
  ...wordsOf(text.replace(/(\p{L})-\n(\p{Ll})/gu, "$1$2")).flatMap(({ terms }) => terms),
  ...pairsAcrossLines(text),
];

export const stemsOf = (text: string): string[] => tokensOf(text).map(stemOf);

/** The words that carry meaning, without stop words. */
export const wordsOf = (text: string): Word[] =>
  tokensOf(text)
    .filter((token) => !isStopWord(token))
    .map(wordOf);

/** Words of the same root that a manual may say instead: acceptable → accept, 수소량 → 수소. */
export const kinOf = ({ stem }: Word): Word[] => {
  const root = stem.replace(
    isKorean(stem) ? /(?<=..)[량률율]$/u : /(?<=[a-z]{4})(?:abl|ibl|nes|ivit|it|anc)$/u,
    "",
  );
  return root === stem ? [] : [wordOf(root)];
};

const wordOf = (token: string): Word => {
  const stem = stemOf(token);
  if (!isKorean(token)) return { token, stem, terms: [stem] };
  return { token, stem, terms: [...new Set([token, stem, ...pairsOf(token)])] };
};

/** Korean, numbers and other letters apart, also where they touch: "80mm에서" is three tokens. */
const tokensOf = (text: string): string[] =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{Script=Hangul}+|\d+(?:[.,]\d+)*|(?:(?!\p{Script=Hangul})[\p{L}\p{M}\d])+/gu) ?? []
  ).map((token) => (/^\d{1,3}(?:,\d{3})+$/u.test(token) ? token.replaceAll(",", "") : token));

const stemOf = (token: string): string => (isKorean(token) ? stemOfKorean(token) : stemOfEnglish(token));

const isKorean = (token: string): boolean => /^\p{Script=Hangul}/u.test(token);

/** Every two neighbouring syllables, but for those of mere endings. */
export const pairsOf = (word: string): string[] => {
  const syllables = [...word];
  return syllables
    .slice(1)
    .map((syllable, index) => `${syllables[index]}${syllable}`)
    .filter((pair) => !isStopPair(pair));
};

const pairsAcrossLines = (text: string): string[] =>
  [...text.matchAll(/(\p{Script=Hangul})\n(?=(\p{Script=Hangul}))/gu)].map(
    ([, end, start]) => `${end}${start}`,
  );
