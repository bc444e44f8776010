// A question as the things it speaks of. A defect type is one thing, whichever of its names and synonyms in either
// language is used; every other word that carries meaning is one by itself. So a Korean question finds an English
// manual by 긁힘 = 스크래치 = scratch, without a dictionary but the product's own.
import type { DefectType } from "../domain/defect-type.ts";
import { askedSectionOf, type ManualSection } from "./section-of.ts";
import { pairsOf, type Word, wordsOf } from "./terms.ts";

export interface Concept {
  /** Ways to say it; each is a row of words. The question's own comes first. */
  readonly names: readonly (readonly Word[])[];
  /** Of a word that asks for one: 원인, "why". */
  readonly section?: ManualSection;
}

/** Of a question without a word, none. Figures count only where there is nothing else. */
export const conceptsOf = (question: string, types: readonly DefectType[]): Concept[] => {
  const all = wordsOf(question);
  const words = all.some(isNamed) ? all.filter(isNamed) : all;
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length; ) {
    const named = nameAt(words, at, types);
    concepts.push(named ?? plainConcept(words[at]));
    at += named?.names[0]?.length ?? 1;
  }
  return concepts;
};

/** Everything by which the full-text index may find a passage. */
export const searchTerms = (concepts: readonly Concept[]): string[] => [
  ...new Set(concepts.flatMap(({ names }) => names.flat().flatMap(({ terms }) => terms))),
];

export const holdsConcept = (terms: ReadonlySet<string>, { names }: Concept): boolean =>
  names.some((words) => words.length > 0 && words.every((word) => holdsWord(terms, word)));

/** Below this share of its pairs of syllables, a longer Korean word is taken to be another. */
const MIN_PAIR_SHARE = 0.6;

const holdsWord = (terms: ReadonlySet<string>, { token, stem }: Word): boolean => {
  if (terms.has(stem) || terms.has(token)) return true;
  const pairs = pairsOf(stem);
  const met = pairs.filter((pair) => terms.has(pair)).length;
  return /^\p{Script=Hangul}{3,}$/u.test(stem) && met / pairs.length >= MIN_PAIR_SHARE;
};

const isNamed = ({ stem }: Word): boolean => /\p{Script=Hangul}|\p{L}{2}/u.test(stem);

const plainConcept = (word: Word | undefined): Concept => {
  const section = word && askedSectionOf(word.token);
  return { names: word ? [[word]] : [], ...(section && { section }) };
};

/** The longest name of a defect type that begins at this word, with all the names of that type. */
const nameAt = (words: readonly Word[], at: number, types: readonly DefectType[]): Concept | undefined => {
  const found = types.flatMap((type) => {
    const names = namesOf(type)
      .map(wordsOf)
      .filter((name) => name.length > 0);
    return names
      .filter((name) => name.every(({ stem }, index) => words[at + index]?.stem === stem))
      .map((name) => ({ length: name.length, names }));
  });
  const [longest] = found.toSorted((a, b) => b.length - a.length);
  return longest && { names: [words.slice(at, at + longest.length), ...longest.names] };
};

const namesOf = ({ names, synonyms }: DefectType): string[] => [
  names.ko,
  names.en,
  ...synonyms.ko,
  ...synonyms.en,
];
