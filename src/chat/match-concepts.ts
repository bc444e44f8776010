// Finds in a question the concepts that its words stand for, whatever mix of the two languages it is in, and how much
// of it is left over: a question that is mostly about something else is not answered from one familiar word.

import { CONCEPTS, type Concept, type Lexicon } from "./lexicon.ts";
import { EN_LEXICON } from "./lexicon-en.ts";
import { KO_LEXICON } from "./lexicon-ko.ts";

export interface Matched {
  readonly concepts: ReadonlySet<Concept>;
  /** Words that stand for nothing known, as a share of those that carry meaning. */
  readonly foreign: number;
}

/** `names` are the words of the product's defect types: known, though they are no concept. */
export const matchConcepts = (text: string, names: readonly string[]): Matched => {
  const words = plainWords(corrected(text));
  const concepts = new Set<Concept>();
  const covered = new Set<number>();
  const [spaced, joined] = [spacedText(words), joinedText(words)];
  const found = (concept: Concept, places: readonly Place[]): void => {
    if (places.length > 0) concepts.add(concept);
    for (const { from, to } of places) for (let word = from; word <= to; word++) covered.add(word);
  };
  for (const concept of CONCEPTS) {
    found(concept, placesOf(spaced, EN_PATTERNS[concept]));
    found(concept, placesOf(joined, KO_PATTERNS[concept]));
  }
  const known = names.map((name) => name.toLowerCase().replace(/\s+/gu, ""));
  const content = words.map((word, index) => ({ word, index })).filter(({ word }) => /\p{L}{2}/u.test(word));
  const left = content.filter(
    ({ word, index }) =>
      !covered.has(index) && !known.some((name) => name.includes(word) || word.includes(name)),
  );
  const meaningful = content.filter(({ word }) => !isPlain(word));
  return { concepts, foreign: meaningful.length === 0 ? 0 : left.length / meaningful.length };
};

interface Laid {
  readonly text: string;
  /** Of each letter of the text, the number of its word. */
  readonly wordAt: readonly number[];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

const plainWords = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean);

const laid = (words: readonly string[], gap: string): Laid => {
  const wordAt = words.flatMap((word, index) =>
    Array.from({ length: word.length + gap.length }, () => index),
  );
  return { text: words.map((word) => word + gap).join(""), wordAt };
};
const spacedText = (words: readonly string[]): Laid => laid(words, " ");
const joinedText = (words: readonly string[]): Laid => laid(words, "");

const placesOf = ({ text, wordAt }: Laid, pattern: RegExp): readonly Place[] =>
  [...text.matchAll(pattern)].map(({ index, 0: found }) => {
    const from = wordAt[index] ?? 0;
    return { from, to: wordAt[index + Math.max(1, found.trimEnd().length) - 1] ?? from };
  });

const patternsOf = (lexicon: Lexicon, compile: (words: string) => RegExp): Record<Concept, RegExp> => {
  const compiled = CONCEPTS.map((concept) => [concept, compile(lexicon[concept].join("|"))] as const);
  return Object.fromEntries(compiled) as Record<Concept, RegExp>; // every concept is in the list
};

const EN_PATTERNS = patternsOf(
  EN_LEXICON,
  (words) =>
    new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?:s|es|ed|d|ing)?(?![\\p{Script=Latin}\\p{N}])`, "gu"),
);
const KO_PATTERNS = patternsOf(KO_LEXICON, (words) => new RegExp(words, "gu"));

const isPlain = (word: string): boolean =>
  [...word.matchAll(EN_PATTERNS.plain)].some(([found]) => found.length >= word.replace(/\W+$/u, "").length);

/** Plain words of five letters and more, to which misspelt ones are matched. */
const VOCABULARY = [
  ...new Set(
    CONCEPTS.filter((concept) => concept !== "plain" && concept !== "outside")
      .flatMap((concept) => EN_LEXICON[concept])
      .map((word) => word.replace(/\(\?[:!=<].*$/u, "").replace(/\W+$/u, ""))
      .filter((word) => /^[a-z]{5,}$/u.test(word)),
  ),
];
const EVERY_WORD = new RegExp(
  `^(?:${CONCEPTS.flatMap((concept) => EN_LEXICON[concept]).join("|")})(?:s|es|ed|d|ing)?$`,
  "u",
);

const corrected = (text: string): string =>
  text.replace(/[a-z]{5,}/gu, (word) =>
    EVERY_WORD.test(word) ? word : (VOCABULARY.find((known) => isOneSlipAway(word, known)) ?? word),
  );

/** One letter too many, too few, another, or two turned round; the first letter is seldom wrong. */
const isOneSlipAway = (word: string, known: string): boolean => {
  if (word[0] !== known[0] || Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  if (word.length !== known.length)
    return word.length > known.length ? rest(word, 1) === rest(known, 0) : rest(word, 0) === rest(known, 1);
  const isTurned = word[start] === known[start + 1] && word[start + 1] === known[start];
  return rest(word, 1) === rest(known, 1) || (isTurned && rest(word, 2) === rest(known, 2));
};
