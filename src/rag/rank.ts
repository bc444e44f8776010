// Puts what the full-text index found into the order in which a reader would want it, and keeps what answers.
// BM25 counts every pair of syllables as a word of its own and finds something for any question. So concepts are
// weighed here, each by how rarely the product's manuals speak of it: a word that they do not know weighs most, and
// a passage without it holds little of the question. What is asked is mostly answered in one sentence or one bullet.
import type { DefectType } from "../domain/defect-type.ts";
import type { Passage } from "../domain/passage.ts";
import { type Concept, conceptsOf, holdsConcept } from "./concepts.ts";
import { sectionOf } from "./section-of.ts";
import { pairsOf, stemsOf, termsOf, type Word } from "./terms.ts";

/** What the index returns. */
export interface ScoredPassage {
  readonly passage: Passage;
  /** Higher is better. */
  readonly score: number;
}

/** How often the product's manuals speak of something. */
export interface TermFrequencies {
  readonly passages: number;
  /** The number of passages that hold each term that was asked for. */
  readonly holding: ReadonlyMap<string, number>;
}

export interface AskedQuestion {
  readonly question: string;
  readonly types: readonly DefectType[];
  readonly frequencies: TermFrequencies;
}

export interface RankedPassage extends ScoredPassage {
  /** The share of what the question is about that the passage holds, each concept weighed by its rarity. */
  readonly share: number;
}

/**
 * A passage that holds less of the question does not answer it. Set on questions about other things, half of
 * which were kept back to test it (fresh-questions.ts).
 */
const LEAST_SHARE = 0.32;

const WEIGHTS = { sentence: 1, headings: 1, section: 0.5, index: 0.25, language: 0.15 };

/** Best first, those that answer only. */
export const rankPassages = (asked: AskedQuestion, found: readonly ScoredPassage[]): RankedPassage[] => {
  const { question, types, frequencies } = asked;
  const concepts = conceptsOf(question, types).map((concept) => ({
    ...concept,
    weight: rarity(concept, frequencies),
  }));
  const best = Math.max(...found.map(({ score }) => score));
  const sections = new Set(concepts.map(({ section }) => section));
  return found
    .map(({ passage, score }) => {
      const held = heldBy(passage, concepts);
      const section = sectionOf(passage.headings);
      const rest =
        WEIGHTS.sentence * held.inSentence +
        WEIGHTS.headings * held.inHeadings +
        (section !== undefined && sections.has(section) ? WEIGHTS.section : 0) +
        (isKorean(question) === isKorean(passage.quotation) ? WEIGHTS.language : 0) +
        (WEIGHTS.index * score) / best;
      return {
        passage,
        share: isGuidanceAskedFor(passage, concepts) ? 1 : held.ofSubject,
        score: held.anywhere + rest,
      };
    })
    .filter(({ share }) => share >= LEAST_SHARE)
    .toSorted((a, b) => b.score - a.score);
};

interface WeighedConcept extends Concept {
  readonly weight: number;
}

const heldBy = (
  { headings, quotation }: Passage,
  concepts: readonly WeighedConcept[],
): { anywhere: number; ofSubject: number; inSentence: number; inHeadings: number } => {
  const section = sectionOf(headings);
  const ofHeadings = headings.flatMap(termsOf);
  const shareIn = (terms: readonly string[], of = concepts): number => {
    const set = new Set(terms);
    return shareOf(of, (concept) => holdsConcept(set, concept) || isAsked(concept, section));
  };
  const all = [...ofHeadings, ...termsOf(quotation)];
  const sentences = sentencesOf(quotation).map((sentence) => shareIn([...ofHeadings, ...termsOf(sentence)]));
  return {
    anywhere: shareIn(all),
    ofSubject: shareIn(all, subjectOf(concepts)),
    inSentence: Math.max(0, ...sentences),
    inHeadings: shareIn(ofHeadings) * precisionOf(headings.at(-1) ?? "", concepts),
  };
};

/** "원인" alone is about causes. */
const subjectOf = (concepts: readonly WeighedConcept[]): readonly WeighedConcept[] => {
  const subject = concepts.filter(({ isAsking }) => !isAsking);
  return subject.length > 0 ? subject : concepts;
};

const isAsked = (concept: Concept, section: Concept["section"]): boolean =>
  section !== undefined && concept.section === section;

/** A passage on the very defect type and in the very section: no other word of the question makes it none. */
const isGuidanceAskedFor = ({ headings }: Passage, concepts: readonly Concept[]): boolean => {
  const section = sectionOf(headings);
  const terms = new Set(headings.flatMap(termsOf));
  return (
    concepts.some((concept) => isAsked(concept, section)) &&
    concepts.some((concept) => concept.isDefectType && holdsConcept(terms, concept))
  );
};

/** "Drive End Bearing" rather than "Non-Drive End Bearing" where nobody asked for the other end. */
const precisionOf = (heading: string, concepts: readonly Concept[]): number => {
  const words = stemsOf(heading.replace(/^[\d.\s]+|\([^)]*\)/gu, ""));
  const asked = new Set(concepts.flatMap(({ names }) => names.flat().map(({ stem }) => stem)));
  return words.length === 0 ? 0 : Math.sqrt(words.filter((word) => asked.has(word)).length / words.length);
};

const sentencesOf = (quotation: string): string[] =>
  quotation.split(/\s(?=[•▪■◦*-]\s|\d{1,2}\.\s)|(?<=[.!?。])\s/u);

const shareOf = (
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

const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text);
