// The unit or the counted thing that stands beside a number, in one spelling for both languages.

export type Unit =
  | "%"
  | "px"
  | "mm"
  | "cm"
  | "m"
  | "µm"
  | "°"
  | "°C"
  | "ms"
  | "s"
  | "min"
  | "h"
  | "dB"
  | "kg"
  | "N"
  | "MPa"
  | "bar"
  | "ml";
/** What is counted or numbered; `ordinal` is a region's own number. */
export type Noun = "region" | "ordinal" | "picture" | "case" | "page" | "revision" | "multiple";

const LATIN_END = "(?![a-zA-Z])";
const UNITS: readonly (readonly [Unit, RegExp])[] = [
  ["%", /^\s*(?:%|percent\b|per cent\b|퍼센트|프로(?!그램|세스|파일|젝트))/iu],
  ["px", new RegExp(`^\\s*(?:px${LATIN_END}|pixels?\\b|픽셀|화소)`, "iu")],
  ["mm", new RegExp(`^\\s*(?:mm${LATIN_END}|millimet(?:re|er)s?\\b|밀리미터)`, "iu")],
  ["cm", new RegExp(`^\\s*(?:cm${LATIN_END}|centimet(?:re|er)s?\\b|센티미터)`, "iu")],
  [
    "µm",
    new RegExp(`^\\s*(?:[µμu]m${LATIN_END}|microns?\\b|micromet(?:re|er)s?\\b|마이크로미터|미크론)`, "iu"),
  ],
  ["m", /^\s*(?:m(?![\p{L}\d])|met(?:re|er)s?\b|미터)/u],
  ["°C", /^\s*(?:°\s*C|℃|degrees? celsius\b|도씨)/iu],
  ["°", /^\s*(?:°|degrees?\b|도(?=[\s,.)]|만큼|로|의|입니다|이며|$))/iu],
  ["ms", new RegExp(`^\\s*(?:ms${LATIN_END}|milliseconds?\\b|밀리초)`, "iu")],
  ["s", new RegExp(`^\\s*(?:s${LATIN_END}|seconds?\\b|초)`, "u")],
  ["min", new RegExp(`^\\s*(?:min${LATIN_END}|minutes?\\b|분(?!의|류))`, "iu")],
  ["h", new RegExp(`^\\s*(?:h${LATIN_END}|hours?\\b|시간)`, "u")],
  ["dB", new RegExp(`^\\s*(?:dB${LATIN_END}|decibels?\\b|데시벨)`, "u")],
  ["kg", new RegExp(`^\\s*(?:kg${LATIN_END}|킬로그램)`, "u")],
  ["MPa", new RegExp(`^\\s*MPa${LATIN_END}`, "u")],
  ["N", new RegExp(`^\\s*N${LATIN_END}`, "u")],
  ["bar", new RegExp(`^\\s*bar${LATIN_END}`, "u")],
  ["ml", new RegExp(`^\\s*(?:ml${LATIN_END}|밀리리터)`, "iu")],
];

const ADJECTIVES =
  "(?:(?:good|suspicious|marked|known|similar|stored|nearest|other|more|further|different|separate|reference|distinct|conspicuous|such|of the|정상|의심|양품|알려진|유사|비슷한)\\s+)*";
const AFTER: readonly (readonly [Noun, RegExp])[] = [
  ["region", new RegExp(`^\\s*${ADJECTIVES}(?:regions?|areas?|places?|spots?|locations?)\\b`, "iu")],
  ["region", new RegExp(`^\\s*(?:곳|군데|(?:개의?\\s*)?${ADJECTIVES}(?:영역|부위))`, "u")],
  ["picture", new RegExp(`^\\s*${ADJECTIVES}(?:pictures?|images?|photos?|references|pairs?)\\b`, "iu")],
  ["picture", new RegExp(`^\\s*(?:장(?!치|비|소)|쌍|(?:개의\\s*)?${ADJECTIVES}사진)`, "u")],
  ["case", new RegExp(`^\\s*(?:${ADJECTIVES}cases?\\b|건(?!강|조)|(?:개의?\\s*)?${ADJECTIVES}사례)`, "iu")],
  ["multiple", /^(?:-fold\b|\s*times (?:the|as|higher|larger)\b|\s*배(?![가-힣]*(?:치|경|율|관)))/iu],
  ["page", /^\s*(?:쪽(?!으로)|페이지)/u],
];
const BEFORE: readonly (readonly [Noun, RegExp])[] = [
  ["page", /(?:\bpages?|\bp\.|페이지|쪽)\s*$/iu],
  ["revision", /(?:\brevision|\brev\.?|개정)\s*$/iu],
  ["ordinal", /(?:\bregion|\bregion no\.|\barea|영역)\s*(?:#|번호\s*)?$/iu],
];
/** 영역 3개, 영역은 모두 세 곳 */
const COUNTED_REGIONS = /(?:영역|부위)(?:이|은|는|가|을|를)?\s*(?:모두|총|전부)?\s*$/u;

export const unitAfter = (rest: string): { unit: Unit; length: number } | undefined => {
  for (const [unit, pattern] of UNITS) {
    const match = pattern.exec(rest);
    if (match) return { unit, length: match[0].length };
  }
  return undefined;
};

export const nounBeside = (before: string, after: string): Noun | undefined => {
  if (COUNTED_REGIONS.test(before) && /^\s*(?:개|곳|군데)/u.test(after)) return "region";
  return (
    AFTER.find(([, pattern]) => pattern.test(after))?.[0] ??
    BEFORE.find(([, pattern]) => pattern.test(before))?.[0]
  );
};

/** A unit as a reader's statistic names it. */
export const unitNamed = (name: string): Unit | undefined => {
  const found = unitAfter(name);
  return found !== undefined && found.length === name.length ? found.unit : undefined;
};
