// Numbers that are written in words: "twelve point four", "세 곳", "이십 퍼센트", "절반". A word counts only where it
// can be nothing else: 이 is "two" before 퍼센트 and "this" before 사진; "one" is a number before a noun that is counted.
import { koreanWordNumbers } from "./number-words-ko.ts";

export interface WordNumber {
  readonly value: number;
  readonly index: number;
  /** As written, without what is counted. */
  readonly text: string;
  readonly isOrdinal: boolean;
  /** "twice": so many times something else. */
  readonly isMultiple?: boolean;
}

export const wordNumbers = (text: string): readonly WordNumber[] => [
  ...englishWordNumbers(text),
  ...koreanWordNumbers(text),
];

const ONES = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
] as const;
const TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"] as const;
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"];
const SHARES: Readonly<Record<string, number>> = {
  half: 1 / 2,
  "a third": 1 / 3,
  "one third": 1 / 3,
  "two thirds": 2 / 3,
  "a quarter": 1 / 4,
  "one quarter": 1 / 4,
  "three quarters": 3 / 4,
  twice: 2,
  double: 2,
  thrice: 3,
  triple: 3,
  dozen: 12,
};

const COUNTED =
  "(?:(?:good|suspicious|marked|known|similar|single|other|separate|stored) )*(?:regions?|areas?|places?|spots?|locations?|cases?|pictures?|images?|pairs?|pages?|percent|per cent|%|px|pixels?|mm|degrees?)\\b";
const WORD = [...ONES, ...TENS, "hundred", "thousand"].join("|");
const CARDINAL = new RegExp(
  `\\b(?:${WORD})(?:(?:[\\s-]+|\\s+and\\s+)(?:${WORD}))*(?:\\s+point(?:\\s+(?:${ONES.slice(0, 10).join("|")}))+)?\\b`,
  "giu",
);
const ORDINAL = new RegExp(`\\b(?:${ORDINALS.join("|")})(?=\\s+(?:region|area|case|page)\\b)`, "giu");
const SINGLE = new RegExp(`\\b(?:a single)(?=\\s+${COUNTED})`, "giu");
// "upper half" is a place.
const SHARE = new RegExp(
  `(?<!(?:upper|lower|left|right|top|bottom)[\\s-](?:hand[\\s-])?)\\b(?:${Object.keys(SHARES).join("|")})\\b`,
  "giu",
);

const MULTIPLE = /^(?:twice|double|thrice|triple)$/iu;

const englishWordNumbers = (text: string): readonly WordNumber[] => [
  ...[...text.matchAll(CARDINAL)].flatMap((match) => cardinal(match, text)),
  ...[...text.matchAll(SINGLE)].map((match) => found(match, 1)),
  ...[...text.matchAll(ORDINAL)].map((match) => ({
    ...found(match, 1 + ORDINALS.indexOf(match[0].toLowerCase())),
    isOrdinal: true,
  })),
  ...[...text.matchAll(SHARE)].map((match) => ({
    ...found(match, SHARES[match[0].toLowerCase()] ?? Number.NaN),
    isMultiple: MULTIPLE.test(match[0]),
  })),
];

const cardinal = (match: RegExpExecArray, text: string): readonly WordNumber[] => {
  const rest = text.slice(match.index + match[0].length);
  const isShare = /^[\s-]+(?:thirds?|quarters?)\b/iu.test(rest);
  const isPronoun =
    /^(?:one|hundred|thousand)$/iu.test(match[0]) && !new RegExp(`^[\\s-]+${COUNTED}`, "iu").test(rest);
  return isShare || isPronoun ? [] : [found(match, cardinalValue(match[0]))];
};

const cardinalValue = (words: string): number => {
  const [whole = "", fraction] = words.toLowerCase().split(/\s+point\s+/u);
  let [total, part] = [0, 0];
  for (const word of whole.split(/[\s-]+/u)) {
    if (word === "hundred") part = Math.max(1, part) * 100;
    else if (word === "thousand") [total, part] = [total + Math.max(1, part) * 1000, 0];
    else part += smallValue(word);
  }
  const decimals = fraction?.split(/\s+/u).map(smallValue).join("");
  return decimals === undefined ? total + part : Number(`${total + part}.${decimals}`);
};

const smallValue = (word: string): number => SMALL.get(word) ?? Number.NaN;

const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, 10 * (2 + index)] as const),
]);

const found = (match: RegExpExecArray, value: number): WordNumber => ({
  value,
  index: match.index,
  text: match[0],
  isOrdinal: false,
});
