// Korean number words: native ones before what is counted (세 곳, 스물다섯 장), Chinese ones before units (이십 픽셀,
// 영점 영오), shares (절반, 삼분의 이). Verb endings such as 의심한 곳 are no numbers: a space must stand before.
import type { WordNumber } from "./number-words.ts";

const NATIVE_ONES: Readonly<Record<string, number>> = {
  하나: 1,
  한: 1,
  둘: 2,
  두: 2,
  셋: 3,
  세: 3,
  넷: 4,
  네: 4,
  다섯: 5,
  여섯: 6,
  일곱: 7,
  여덟: 8,
  아홉: 9,
};
const NATIVE_TENS: Readonly<Record<string, number>> = {
  열: 10,
  스물: 20,
  스무: 20,
  서른: 30,
  마흔: 40,
  쉰: 50,
  예순: 60,
  일흔: 70,
  여든: 80,
  아흔: 90,
};
const DIGITS = "영일이삼사오육칠팔구";
const PLACES: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };

const COUNTERS =
  "곳|군데|개|장|건|가지|쌍|번째|배|종|쪽|페이지|회|명|영역|부위|사례|사진|의심\\s*영역|정상\\s*사진";
const UNITS = "퍼센트|프로|픽셀|밀리미터|센티미터|마이크로미터|페이지";
const ones = Object.keys(NATIVE_ONES).join("|");
const tens = Object.keys(NATIVE_TENS).join("|");
const NATIVE = new RegExp(`(?<![가-힣])(${tens})?(${ones})?(?=\\s?(?:${COUNTERS}))`, "gu");
/** Counted after the noun: 영역 셋이. */
const STANDING = /(?<![가-힣])(둘|셋|넷|다섯|여섯)(?=(?:이|은|을|의|로|입니다|이며)?(?:[\s,.]|$))/gu;
const SINO = new RegExp(
  `(?<![가-힣])((?:[일이삼사오육칠팔구]?[천백십])+[일이삼사오육칠팔구]?)(?=\\s?(?:${UNITS}|${COUNTERS}|점|도))`,
  "gu",
);
const SINO_DIGIT = new RegExp(`(?<![가-힣])([일이삼사오육칠팔구])(?=\\s?(?:${UNITS}))`, "gu");
const DECIMAL =
  /(?<![가-힣])((?:[일이삼사오육칠팔구]?[천백십])*[영공일이삼사오육칠팔구]?)\s?점\s?([영공일이삼사오육칠팔구]+)(?![가-힣]*판독)/gu;
const FRACTION = /(?<![가-힣])([이삼사오])분의\s?([일이삼사])/gu;
const HALF = /절반/gu;

export const koreanWordNumbers = (text: string): readonly WordNumber[] => [
  ...matches(text, NATIVE, ([, ten = "", one = ""]) => nativeValue(ten, one)).filter(
    // 한 번 and 한쪽 are turns of phrase.
    ({ text: words, index }) => words !== "" && !/^한\s?쪽/u.test(text.slice(index)),
  ),
  ...matches(text, STANDING, ([word = ""]) => NATIVE_ONES[word] ?? Number.NaN),
  ...matches(text, SINO, ([word = ""]) => sinoValue(word)),
  ...matches(text, SINO_DIGIT, ([word = ""]) => DIGITS.indexOf(word)),
  ...matches(text, DECIMAL, ([, whole = "", digits = ""]) =>
    whole === "" ? Number.NaN : Number(`${sinoValue(whole)}.${[...digits].map(digitOf).join("")}`),
  ).filter(({ value }) => !Number.isNaN(value)),
  ...matches(text, FRACTION, ([, below = "", above = ""]) => DIGITS.indexOf(above) / DIGITS.indexOf(below)),
  ...matches(text, HALF, () => 1 / 2),
];

const matches = (
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray) => number,
): readonly WordNumber[] =>
  [...text.matchAll(pattern)].map((match) => ({
    value: read(match),
    index: match.index,
    text: match[0],
    isOrdinal: /^\s?번째/u.test(text.slice(match.index + match[0].length)),
  }));

const nativeValue = (ten: string, one: string): number => (NATIVE_TENS[ten] ?? 0) + (NATIVE_ONES[one] ?? 0);

const sinoValue = (words: string): number => {
  let [total, digit] = [0, 0];
  for (const letter of words) {
    const place = PLACES[letter];
    if (place === undefined) digit = digitOf(letter);
    else [total, digit] = [total + Math.max(1, digit) * place, 0];
  }
  return total + digit;
};

const digitOf = (letter: string): number => (letter === "공" ? 0 : DIGITS.indexOf(letter));
