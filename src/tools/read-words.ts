// Words about a defect, in Korean or English, to what can be searched for: the product's own defect types by their
// names and synonyms, and English for a model that was taught in English. What neither knows is told, not guessed.
import type { DefectType } from "../domain/defect-type.ts";
import { verbFormsOf } from "../domain/name-forms.ts";

export interface ReadWords {
  /** Codes of the defect types that are named. */
  readonly types: string[];
  /** The named types by their English names, then the other English words; empty when there is nothing English. */
  readonly english: string;
  /** English words beside the types. */
  readonly rest: string[];
  /** Words of another language that no type goes by. */
  readonly foreign: string[];
}

export const readWords = (words: string, types: readonly DefectType[]): ReadWords => {
  const terms = types
    .flatMap((type) => namesOf(type).map((name) => ({ type, name: name.toLowerCase() })))
    .toSorted((one, other) => other.name.length - one.name.length);
  const named = new Set<DefectType>();
  let left = words.toLowerCase();
  for (const { type, name } of terms) {
    // What hangs on a name (a particle, a plural) goes with it; an English name begins where a word begins.
    const verbs = verbFormsOf(name);
    const said = `${/^\w/.test(name) ? "\\b" : ""}${escaped(name)}${verbs === undefined ? "" : `|(?<![가-힣])${verbs}`}`;
    const pattern = new RegExp(`(?:${said})[^\\s]*`, "gu");
    if (!pattern.test(left)) continue;
    named.add(type);
    left = left.replaceAll(pattern, " ");
  }
  const others = left.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const rest = others.filter((word) => /^[\x20-\x7e]+$/.test(word));
  return {
    types: [...named].map(({ code }) => code),
    english: [...[...named].map(({ names }) => names.en), ...rest].join(" "),
    rest,
    foreign: others.filter((word) => !rest.includes(word)),
  };
};

const namesOf = ({ names, synonyms }: DefectType): string[] =>
  [names.ko, names.en, ...synonyms.ko, ...synonyms.en].filter((name) => name.trim() !== "");

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
