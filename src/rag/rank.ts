// Puts what the full-text index found into the order in which a reader would want it, and keeps what answers.
// BM25 counts every pair of syllables as a word of its own and finds something for any question. So concepts are
// weighed here, each by how rarely the product's manuals speak of it: a word that they do not know weighs most, and
// a passage without it holds little of the question. What is asked is mostly answered in one sentence or one bullet.
import type { DefectType } from "../domain/defect-type.ts";
import type { Passage } from "../domain/passage.ts";
import { conceptsOf } from "./concepts.ts";
import { heldBy } from "./held.ts";
import { sectionOf } from "./section-of.ts";
import { type TermFrequencies, weigh } from "./weights.ts";

/** What the index returns. */
export interface ScoredPassage {
  readonly passage: Passage;
  /** Higher is better. */
  readonly score: number;
}

export interface AskedQuestion {
  readonly question: string;
  readonly types: readonly DefectType[];
  readonly frequencies: TermFrequencies;
}

const WEIGHTS = { sentence: 1, headings: 1, section: 0.5, index: 0.25, language: 0.15 };

/** Best first, those that answer only. */
export const rankPassages = (asked: AskedQuestion, found: readonly ScoredPassage[]): ScoredPassage[] => {
  const { question, types, frequencies } = asked;
  const concepts = weigh(conceptsOf(question, types), frequencies);
  const best = Math.max(...found.map(({ score }) => score));
  const sections = new Set(concepts.map(({ section }) => section));
  return found
    .flatMap(({ passage, score }) => {
      const held = heldBy(passage, concepts);
      if (held === undefined) return [];
      const section = sectionOf(passage.headings);
      const rest =
        WEIGHTS.sentence * held.inSentence +
        WEIGHTS.headings * held.inHeadings +
        (section !== undefined && sections.has(section) ? WEIGHTS.section : 0) +
        (isKorean(question) === isKorean(passage.quotation) ? WEIGHTS.language : 0) +
        (WEIGHTS.index * score) / best;
      return [{ passage, score: held.anywhere + rest }];
    })
    .toSorted((a, b) => b.score - a.score);
};

const isKorean = (text: string): boolean => /\p{Script=Hangul}/u.test(text);
