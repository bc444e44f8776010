// What a phrase asks for: which of the product's defect types, and whether it says that there is none of it.
import type { DefectType } from "../domain/defect-type.ts";
import { readWords } from "./read-words.ts";

export interface ReadPhrase {
  readonly phrase: string;
  /** Without its negation. */
  readonly words: string;
  /** "긁힘 없음", "no scratch", "scratch-free": a box speaks against it. */
  readonly isNegated: boolean;
  /** Codes of the defect types that it names; all of them for a word such as "defect". */
  readonly types: readonly string[];
  /** For a model that was taught in English; empty where it is not English and no type goes by it. */
  readonly english: string;
  /** Words that none of the product's types goes by. */
  readonly others: readonly string[];
}

export const readPhrase = (phrase: string, types: readonly DefectType[]): ReadPhrase => {
  const { words, isNegated } = withoutNegation(phrase);
  const read = readWords(words, types);
  const others = [...read.rest, ...read.foreign];
  const isAny = read.types.length === 0 && others.length > 0 && others.every((word) => ANY.test(word));
  if (isAny)
    return { phrase, words, isNegated, types: types.map(({ code }) => code), english: "defect", others: [] };
  const english = read.foreign.length > 0 && read.types.length === 0 ? "" : read.english;
  return { phrase, words, isNegated, types: read.types, english, others };
};

const ANY = /^(?:any|defects?|flaws?|anomal(?:y|ies)|결함|불량|이상)[이가은는을를]?$/iu;

/** Said before the thing or behind it. */
const NEGATIONS: readonly RegExp[] = [
  /^\s*(?:there\s+(?:is|are)\s+)?(?:not?|without|never|free\s+(?:of|from))\s+(?:an?\s+|any\s+)?/iu,
  /[\s-]+(?:free|absent)\s*$/iu,
  /[이가은는]?\s*(?:전혀\s*)?없(?:음|는|다|이|고|어야[^\s]*|습니다|어요)?(?=\s|$)/u,
  /[이가은는]?\s*(?:아님|미발생)\s*$/u,
];

const withoutNegation = (phrase: string): { words: string; isNegated: boolean } => {
  const negation = NEGATIONS.find((pattern) => pattern.test(phrase));
  if (!negation) return { words: phrase, isNegated: false };
  return { words: phrase.replace(negation, " ").trim(), isNegated: true };
};
