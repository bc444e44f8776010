// What a passage holds of a question: how much in all, how much in one sentence, and whether the very thing that the
// question wants to be told is there. A passage that speaks of the tool does not tell its price.
import type { Passage } from "../domain/passage.ts";
import { type Concept, holdsConcept } from "./concepts.ts";
import { sectionOf } from "./section-of.ts";
import { stemsOf, termsOf } from "./terms.ts";
import { shareOf, type WeighedConcept } from "./weights.ts";

/**
 * A passage that holds less of the question does not answer it. Set on questions about other things, half of
 * which were kept back to test it (fresh-questions.ts).
 */
const LEAST_SHARE = 0.32;

/** So much of what the question wants to be told, by the rarity of its words. */
const LEAST_FOCUS = 0.5;

interface Sentence {
  readonly text: string;
  readonly terms: readonly string[];
}

export interface Held {
  readonly anywhere: number;
  readonly inSentence: number;
  readonly inHeadings: number;
}

/** None of a passage that does not answer. */
export const heldBy = (passage: Passage, concepts: readonly WeighedConcept[]): Held | undefined => {
  const { headings, quotation } = passage;
  const section = sectionOf(headings);
  const ofHeadings = headings.flatMap(termsOf);
  const sentences = sentencesOf(quotation).map((text) => ({ text, terms: termsOf(text) }));
  const told = sentences.map((sentence) => measuresToldBy(sentence, concepts));
  const holder = (terms: readonly string[], told: readonly Concept[]) => {
    const set = new Set(terms);
    return (concept: Concept): boolean =>
      holdsConcept(set, concept) || told.includes(concept) || isAsked(concept, section);
  };
  const isHeld = holder([...ofHeadings, ...sentences.flatMap(({ terms }) => terms)], told.flat());
  if (!isTold(concepts, isHeld)) return undefined;
  const share = isGuidanceAskedFor(passage, concepts) ? 1 : shareOf(subjectOf(concepts), isHeld);
  if (share < LEAST_SHARE) return undefined;
  const inSentences = sentences.map(({ terms }, at) =>
    shareOf(concepts, holder([...ofHeadings, ...terms], told[at] ?? [])),
  );
  return {
    anywhere: shareOf(concepts, isHeld),
    inSentence: Math.max(0, ...inSentences),
    inHeadings: shareOf(concepts, holder(ofHeadings, [])) * precisionOf(headings.at(-1) ?? "", concepts),
  };
};

/** "원인" alone is about causes. */
const subjectOf = (concepts: readonly WeighedConcept[]): readonly WeighedConcept[] => {
  const subject = concepts.filter(({ isAsking }) => !isAsking);
  return subject.length > 0 ? subject : concepts;
};

/** Whether it says what the question wants to be told, as far as the question says what that is. */
const isTold = (concepts: readonly WeighedConcept[], isHeld: (concept: Concept) => boolean): boolean => {
  const focus = concepts.filter(({ isFocus }) => isFocus);
  return focus.length === 0 || shareOf(focus, isHeld) >= LEAST_FOCUS;
};

/** The measures that the sentence tells of something else that the question is about. */
const measuresToldBy = (sentence: Sentence, concepts: readonly WeighedConcept[]): readonly Concept[] => {
  const measures = concepts.filter(({ told }) => told?.some((pattern) => pattern.test(sentence.text)));
  if (measures.length === 0) return [];
  const terms = new Set(sentence.terms);
  const rest = concepts.filter(({ told, isAsking }) => !told && !isAsking);
  const isAboutRest = shareOf(rest, (concept) => holdsConcept(terms, concept)) >= LEAST_SHARE;
  return isAboutRest ? measures : [];
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
