// A question as the things it speaks of. A defect type is one thing, whichever of its names and synonyms in either
// language is used; every other word that carries meaning is one by itself. So a Korean question finds an English
// manual by 긁힘 = 스크래치 = scratch, without a dictionary but the product's own.
import type { DefectType } from "../domain/defect-type.ts";
import { isVerbFormOf } from "../domain/name-forms.ts";
import { type AskedFor, askedForIn, sectionsAskedBy } from "./asking.ts";
import { focusOf, isGeneral } from "./focus.ts";
import { tellsMeasure } from "./measures.ts";
import type { ManualSection } from "./section-of.ts";
import { kinOf, pairsOf, type Word, wordsOf } from "./terms.ts";

export interface Concept {
  /** Ways to say it; each is a row of words. The question's own comes first. */
  readonly names: readonly (readonly Word[])[];
  /** Of one that asks for a section: 원인, "why". */
  readonly section?: ManualSection;
  /** Says how it is asked, not what about: a manual may answer without it. */
  readonly isAsking?: true;
  readonly isDefectType?: true;
  /** Words of its root, for manuals that never say the word itself. */
  readonly kin?: readonly Word[];
  /** What the question wants to be told. */
  readonly isFocus?: true;
  /** Any of these in a sentence tells the measure that is asked for, without its name. */
  readonly told?: readonly RegExp[];
}

/** How manuals head what is asked for. */
const HEADED: Readonly<Record<ManualSection | "meaning", string>> = {
  causes: "원인 cause reason",
  actions: "조치 대책 action remedy countermeasure",
  prevention: "예방 방지 prevention",
  meaning: "형태 정의 appearance definition description",
};

/** Of a question that is about nothing, none: "why?". Figures count only where there is nothing else. */
export const conceptsOf = (question: string, types: readonly DefectType[]): Concept[] => {
  const asked = askedForIn(question);
  const all = wordsOf(asked.subject);
  const words = all.some(isNamed) ? all.filter(isNamed) : all;
  const focus = new Set(wordsOf([...focusOf(question)].join(" ")).map(({ stem }) => stem));
  const concepts: Concept[] = [];
  for (let at = 0; at < words.length; ) {
    const named = nameAt(words, at, types);
    concepts.push(named ?? plainConcept(words[at], asked, focus));
    at += named?.names[0]?.length ?? 1;
  }
  return concepts.length === 0 ? [] : [...concepts, ...askingConcepts(concepts, asked)];
};

const askingConcepts = (
  subject: readonly Concept[],
  { sections, isMeaning }: AskedFor,
): readonly Concept[] => {
  const unsaid = sections.filter((section) => subject.every((concept) => concept.section !== section));
  return [
    ...unsaid.map((section): Concept => ({ ...headedAs(section), section })),
    ...(isMeaning && subject.length === 1 ? [headedAs("meaning")] : []),
  ];
};

const headedAs = (what: keyof typeof HEADED): Concept => ({
  names: wordsOf(HEADED[what]).map((word) => [word]),
  isAsking: true,
});

/** Everything by which the full-text index may find a passage. */
export const searchTerms = (concepts: readonly Concept[]): string[] => [
  ...new Set(
    concepts.flatMap(({ names, kin = [] }) => [...names.flat(), ...kin].flatMap(({ terms }) => terms)),
  ),
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

const plainConcept = (
  word: Word | undefined,
  { sections }: AskedFor,
  focus: ReadonlySet<string>,
): Concept => {
  if (word === undefined) return { names: [] };
  const section = sectionsAskedBy(word.token).find((one) => sections.includes(one));
  if (section) return { names: [[word]], section, isAsking: true };
  const told = tellsMeasure(word.token, word.stem);
  return {
    names: [[word]],
    kin: kinOf(word),
    ...(focus.has(word.stem) && !isGeneral(word.stem) && { isFocus: true }),
    ...(told.length > 0 && { told }),
  };
};

/** The longest name of a defect type that begins at this word, with all the names of that type. */
const nameAt = (words: readonly Word[], at: number, types: readonly DefectType[]): Concept | undefined => {
  const found = types.flatMap((type) => {
    const names = namesOf(type)
      .map(wordsOf)
      .filter((name) => name.length > 0);
    return names
      .filter((name) => name.every((word, index) => isSaid(word, words[at + index])))
      .map((name) => ({ length: name.length, names }));
  });
  const [longest] = found.toSorted((a, b) => b.length - a.length);
  return longest && { names: [words.slice(at, at + longest.length), ...longest.names], isDefectType: true };
};

const isSaid = (name: Word, word: Word | undefined): boolean =>
  word !== undefined && (word.stem === name.stem || isVerbFormOf(word.token, name.token));

const namesOf = ({ names, synonyms }: DefectType): string[] => [
  names.ko,
  names.en,
  ...synonyms.ko,
  ...synonyms.en,
];
