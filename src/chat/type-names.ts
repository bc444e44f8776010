import type { DefectType } from "../domain/defect-type.ts";
import { verbFormsOf } from "../domain/name-forms.ts";

/** The codes of the defect types that a text names, by any of their names in either language. */
export const typesNamed = (text: string, types: readonly DefectType[]): readonly string[] => {
  const plain = text.normalize("NFKC").toLowerCase();
  return types.filter((type) => namesOf(type).some((name) => isIn(name, plain))).map(({ code }) => code);
};

export const namesOf = ({ code, names, synonyms }: DefectType): readonly string[] => [
  code,
  names.ko,
  names.en,
  ...synonyms.ko,
  ...synonyms.en,
];

const isIn = (name: string, text: string): boolean => {
  const words = name.toLowerCase();
  if (/^\p{Script=Hangul}$/u.test(words))
    return new RegExp(`(?<![가-힣])${words}(?=(?:는|가|를|도|로|의|와|랑)?(?:[^가-힣]|$))`, "u").test(text);
  if (/\p{Script=Hangul}/u.test(words)) {
    const verbs = verbFormsOf(words);
    const isVerb = verbs !== undefined && new RegExp(`(?<![가-힣])${verbs}(?![가-힣])`, "u").test(text);
    return isVerb || text.replace(/\s/gu, "").includes(words.replace(/\s/gu, ""));
  }
  const pattern = words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  return new RegExp(`(?<![a-z])${pattern}(?:s|es|ed|ing|y)?(?![a-z])`, "u").test(text);
};
