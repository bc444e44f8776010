// What a passage is about, as far as its headings say so. The innermost heading that says anything decides; one
// that names two sections or two defect types at once ("Causes and actions") decides nothing, because a passage
// quoted under the wrong title is worse than one without.
import type { DefectCode, DefectType } from "../domain/defect-type.ts";
import { MANUAL_SECTIONS } from "../domain/evidence.ts";
import { stemsOf } from "./terms.ts";

export type ManualSection = (typeof MANUAL_SECTIONS)[number];

const SECTION_WORDS: Readonly<Record<ManualSection, RegExp>> = {
  causes: /원인|\b(?:causes?|reasons?)\b/iu,
  actions:
    /조치|대책|대응|처치|해결|고장\s*진단|\b(?:actions?|remed(?:y|ies)|countermeasures?|corrections?|what to do|trouble-?shooting)\b/iu,
  prevention: /예방|방지|\b(?:prevent(?:s|ed|ing|ion|ive|ative)?|avoid(?:s|ed|ing|ance)?)\b/iu,
};
/** "Preventive actions", 재발 방지 대책: the action is the prevention, unless a correction stands beside it. */
const PREVENTIVE_ACTION =
  /(?:예방|방지)\s*(?:조치|대책)|\bprevent(?:ive|ative) (?:actions?|measures?|countermeasures?)\b/iu;
const CORRECTIVE = /시정|교정|\bcorrective\b/iu;

export const sectionOf = (headings: readonly string[]): ManualSection | undefined =>
  decidedBy(headings, sectionsNamedIn);

export const defectTypeOf = (
  headings: readonly string[],
  types: readonly DefectType[],
): DefectCode | undefined => decidedBy(headings, (heading) => typesNamedIn(heading, types));

const decidedBy = <Subject>(
  headings: readonly string[],
  namedIn: (heading: string) => readonly Subject[],
): Subject | undefined => onlyOne(headings.map(namedIn).findLast((subjects) => subjects.length > 0) ?? []);

const onlyOne = <Subject>(subjects: readonly Subject[]): Subject | undefined =>
  subjects.length === 1 ? subjects[0] : undefined;

export const sectionsNamedIn = (heading: string): readonly ManualSection[] => {
  if (PREVENTIVE_ACTION.test(heading) && !CORRECTIVE.test(heading) && !SECTION_WORDS.causes.test(heading)) {
    return ["prevention"];
  }
  return MANUAL_SECTIONS.filter((section) => SECTION_WORDS[section].test(heading));
};

const typesNamedIn = (heading: string, types: readonly DefectType[]): readonly DefectCode[] =>
  types
    .filter(({ names, synonyms }) =>
      [names.ko, names.en, ...synonyms.ko, ...synonyms.en].some((name) => isNamedIn(heading, name)),
    )
    .map(({ code }) => code);

/** The name's words in a row. A Korean word of two syllables or more may also be the end of a compound. */
const isNamedIn = (heading: string, name: string): boolean => {
  const words = stemsOf(heading);
  const wanted = stemsOf(name);
  const isAt = (start: number): boolean =>
    wanted.every((word, index) => isSameWord(words[start + index] ?? "", word));
  return wanted.length > 0 && words.some((_, start) => isAt(start));
};

const isSameWord = (word: string, wanted: string): boolean =>
  word === wanted || (/^\p{Script=Hangul}{2,}$/u.test(wanted) && word.endsWith(wanted));
