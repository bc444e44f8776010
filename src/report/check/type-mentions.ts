// Which defect types a text names. Each type of the product goes by its code, names and synonyms, and by the common
// names of the same defect; a common name of two types may be either.
import { nameOfVerb, verbFormsOf } from "../../domain/name-forms.ts";
import type { DefectType } from "../../domain/defect-type.ts";
import type { Product } from "../../domain/product.ts";
import { COMMON_WORDS, DEFECT_WORDS } from "./defect-words.ts";
import { isOrdinary } from "./report-words.ts";

export interface Mention {
  readonly words: string;
  readonly index: number;
  /** Codes of the product, or the first common name of a defect that it does not have. */
  readonly types: readonly string[];
}

export type TypeFinder = (text: string) => readonly Mention[];

export const typeFinder = (product: Product | null): TypeFinder => {
  const typesOf = new Map<string, Set<string>>();
  const note = (word: string, type: string): void => {
    const key = word.normalize("NFKC").toLowerCase().trim();
    if (key.length > 0) typesOf.set(key, (typesOf.get(key) ?? new Set()).add(type));
  };
  for (const { code, names, synonyms } of product?.types ?? []) {
    const own = namesOf({ code, names, synonyms });
    for (const word of own) note(word, code);
    for (const group of DEFECT_WORDS.filter((words) =>
      words.some((word) => own.some((name) => holds(name, word))),
    ))
      for (const word of group) note(word, code);
  }
  for (const group of DEFECT_WORDS)
    if (!group.some((word) => typesOf.has(word))) for (const word of group) note(word, group[0] ?? word);
  const words = [...typesOf.keys()].toSorted((one, other) => other.length - one.length);
  const verbs = (product?.types ?? []).flatMap(namesOf).flatMap(verbsOf);
  const pattern = new RegExp([...verbs, ...words.map(patternOf)].join("|"), "gu");
  return (text) =>
    [...text.normalize("NFKC").toLowerCase().matchAll(pattern)].map((match) => ({
      words: match[0],
      index: match.index,
      types: [...(typesOf.get(baseOf(match[0], typesOf)) ?? [])],
    }));
};

const holds = (name: string, word: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word.toLowerCase())}(?![\\p{L}\\p{N}])`, "u").test(
    name.toLowerCase(),
  );

const namesOf = ({ code, names, synonyms }: DefectType): readonly string[] => [
  code,
  names.ko,
  names.en,
  ...synonyms.ko,
  ...synonyms.en,
];

/** 긁힌 and 찍혔다 of the product's own names: common ones have verbs for other things too, as in 초점이 틀어졌다. */
const verbsOf = (word: string): readonly string[] => {
  const forms = isOrdinary(word) ? undefined : verbFormsOf(word);
  return forms === undefined
    ? []
    : [`(?<![가-힣]|(?:사진|화면|영상|이미지)[가-힣]{0,2}\\s)${forms}(?![가-힣])`];
};

const patternOf = (word: string): string => {
  const text = escaped(word);
  if (COMMON_WORDS.has(word))
    return `(?<=(?:\\b(?:an?|type|types|no|of)\\s|\\())${text}s?(?=\\s(?:defect|circuit|type)|[\\s).,;]|$)(?!\\s+(?:part|piece|picture|image))`;
  if (isOrdinary(word) || /^[\d\s.,-]+$/u.test(word))
    return `(?<=\\btypes?\\s|유형(?:은|이|인|:)?\\s|\\()${text}(?![\\p{L}\\p{N}])|(?<![\\p{L}\\p{N}-])${text}(?=\\s(?:defects?|type)\\b|\\s?(?:결함|유형|불량))`;
  if (/^\p{Script=Hangul}$/u.test(word))
    return `(?<![가-힣])${text}(?=(?:가|는|를|와|로|의|도|만|에|이|은|을|과|으로|입니다|일|라|나|처럼)?(?:[^가-힣]|$)|입니다|이며|일 |라고|로 )`;
  if (/\p{Script=Hangul}/u.test(word)) return text;
  return `(?<![\\p{L}\\p{N}-])${text}(?:e?s|ed|ing)?(?![\\p{L}\\p{N}])`;
};

const baseOf = (words: string, known: ReadonlyMap<string, unknown>): string =>
  [words, words.replace(/s$/u, ""), words.replace(/es$/u, ""), words.replace(/ed$|ing$/u, "")].find((word) =>
    known.has(word),
  ) ??
  nameOfVerb(words, known.keys()) ??
  words;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
