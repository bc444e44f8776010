// Puts what the full-text index found into the order in which a reader would want it. BM25 counts every pair of
// syllables as a word of its own and finds something for any question. So whole words are weighed here: a
// passage must hold a fair share of the question's words; rare words, and words in a heading, count more; and a
// question for causes, actions or prevention prefers the section of that name.
import type { Passage } from "../domain/passage.ts";
import { askedSectionOf, sectionOf } from "./section-of.ts";
import { pairsOf, termsOf, type Word, wordsOf } from "./terms.ts";

/** What the index returns. */
export interface ScoredPassage {
  readonly passage: Passage;
  /** Higher is better. */
  readonly score: number;
}

/** Below this share of the question's words, a passage is taken to have met them by chance. */
const MIN_SHARE = 0.3;
const MIN_PAIR_SHARE = 0.6;
/** What the place in the index and the right section add to a share that runs from 0 to 1. */
const INDEX_WEIGHT = 0.5;
const SECTION_WEIGHT = 0.5;

/** Best first, without those that hold too little of the question. The new score runs from 0 to 3. */
export const rankPassages = (question: string, found: readonly ScoredPassage[]): ScoredPassage[] => {
  const words = contentWords(question);
  const passages = found.map((scored) => ({ ...scored, ...heldBy(scored.passage, words) }));
  const best = Math.max(...found.map(({ score }) => score));
  const section = askedSectionOf(question);
  const weights = words.map((_, word) =>
    rarity(passages.filter(({ anywhere }) => anywhere[word]).length, found.length),
  );
  return passages
    .filter(({ anywhere }) => share(anywhere) >= MIN_SHARE)
    .map(({ passage, score, anywhere, inHeadings }) => {
      const words = share(anywhere, weights) * (1 + share(inHeadings, weights));
      const right = section !== undefined && sectionOf(passage.headings) === section ? SECTION_WEIGHT : 0;
      return { passage, score: words + right + (INDEX_WEIGHT * score) / best };
    })
    .sort((a, b) => b.score - a.score);
};

/** Figures alone do not make two texts speak of the same thing, unless there is nothing else. */
const contentWords = (question: string): Word[] => {
  const words = wordsOf(question);
  const named = words.filter(({ stem }) => /\p{Script=Hangul}|\p{L}{2}/u.test(stem));
  return named.length > 0 ? named : words;
};

/** For each word of the question, whether the passage has it. */
interface Held {
  readonly anywhere: readonly boolean[];
  readonly inHeadings: readonly boolean[];
}

const heldBy = ({ headings, quotation }: Passage, words: readonly Word[]): Held => {
  const ofHeadings = new Set(headings.flatMap(termsOf));
  const ofAll = new Set([...ofHeadings, ...termsOf(quotation)]);
  return {
    anywhere: words.map((word) => holds(ofAll, word)),
    inHeadings: words.map((word) => holds(ofHeadings, word)),
  };
};

const holds = (terms: ReadonlySet<string>, { stem, terms: own }: Word): boolean => {
  const [whole = stem] = own;
  if (terms.has(stem) || terms.has(whole)) return true;
  const pairs = pairsOf(stem);
  const met = pairs.filter((pair) => terms.has(pair)).length;
  return /^\p{Script=Hangul}{3,}$/u.test(stem) && met / pairs.length >= MIN_PAIR_SHARE;
};

/** The inverse document frequency of BM25 within what was found, kept above 0. */
const rarity = (holding: number, all: number): number =>
  Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

const share = (held: readonly boolean[], weights: readonly number[] = held.map(() => 1)): number => {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  return sum(weights.filter((_, index) => held[index])) / Math.max(sum(weights), Number.MIN_VALUE);
};
