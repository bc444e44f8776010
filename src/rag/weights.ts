// How much of a question each of its concepts is: the more rarely the product's manuals speak of it, the more.
import type { Concept } from "./concepts.ts";
import { pairsOf, type Word } from "./terms.ts";

/** How often the product's manuals speak of something. */
export interface TermFrequencies {
  readonly passages: number;
  /** The number of passages that hold each term that was asked for. */
  readonly holding: ReadonlyMap<string, number>;
}

export interface WeighedConcept extends Concept {
  readonly weight: number;
}

export const weigh = (concepts: readonly Concept[], frequencies: TermFrequencies): WeighedConcept[] =>
  concepts.map((concept) => {
    const known = withKin(concept, frequencies);
    return { ...known, weight: rarity(known, frequencies) };
  });

const withKin = (concept: Concept, frequencies: TermFrequencies): Concept => {
  const { names, kin = [] } = concept;
  const isSaid = names.flat().some((word) => countOf(word, frequencies) > 0);
  return isSaid ? concept : { ...concept, names: [...names, ...kin.map((word) => [word])] };
};

/** By their weights. */
export const shareOf = (
  concepts: readonly WeighedConcept[],
  isHeld: (concept: WeighedConcept) => boolean,
): number => {
  const sum = (weighed: readonly WeighedConcept[]): number =>
    weighed.reduce((total, { weight }) => total + weight, 0);
  return sum(concepts.filter(isHeld)) / Math.max(sum(concepts), Number.MIN_VALUE);
};

/** The inverse document frequency of BM25 over all of the product's passages, kept above 0. */
const rarity = ({ names }: Concept, frequencies: TermFrequencies): number => {
  const { passages } = frequencies;
  const counts = names.map((words) => Math.min(...words.map((word) => countOf(word, frequencies))));
  const holding = Math.min(
    passages,
    counts.reduce((sum, count) => sum + count, 0),
  );
  return Math.log(1 + (passages - holding + 0.5) / (holding + 0.5));
};

/** Of a Korean compound that stands nowhere as a whole, the passages with its rarest pair of syllables. */
const countOf = ({ token, stem }: Word, { holding }: TermFrequencies): number => {
  const count = (term: string): number => holding.get(term) ?? 0;
  const whole = Math.max(count(token), count(stem));
  const pairs = pairsOf(stem);
  return whole > 0 || pairs.length < 2 ? whole : Math.min(...pairs.map(count));
};
