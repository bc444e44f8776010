// The particular things that a question names: numbers, regions by their order, boxes, inspections, evidence, types.
import type { DefectType } from "../domain/defect-type.ts";
import type { Box } from "../domain/region.ts";
import { typesNamed } from "./type-names.ts";

export interface NamedThings {
  /** A percentage is a share. */
  readonly numbers: readonly { readonly value: number; readonly isPercent: boolean }[];
  readonly ordinal: number | undefined;
  readonly box: Box | undefined;
  readonly inspection: string | undefined;
  readonly evidence: string | undefined;
  readonly types: readonly string[];
  readonly days: number | undefined;
}

const FOUR_NUMBERS = /(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*[,x×]\s*(\d+)/u;
const NUMBER = /(?<![\p{L}\p{N}_.])(\d+(?:\.\d+)?)\s*(%|percent|per cent|퍼센트|프로)?/giu;
const DAYS = /(?:past|last|previous|최근|지난)\s*(\d+)\s*(?:days?|일)/iu;

export const namedThings = (question: string, types: readonly DefectType[]): NamedThings => {
  const text = question.normalize("NFKC");
  const inspection = /insp_[0-9a-z]{20}/u.exec(text)?.[0];
  const evidence = /(?<![\p{L}\p{N}_-])[A-Z]\d{1,2}(?![\p{N}\p{Script=Latin}_-])/u.exec(text)?.[0];
  const days = DAYS.exec(text)?.[1];
  const [, x, y, width, height] = FOUR_NUMBERS.exec(text) ?? [];
  const rest = [inspection, evidence].reduce<string>(
    (left, name) => (name ? left.replace(name, " ") : left),
    text,
  );
  const ordinal = ordinalIn(rest);
  return {
    numbers: numbersIn(rest),
    ordinal,
    box: Number(width) > 0 && Number(height) > 0 ? boxOf([x, y, width, height]) : undefined,
    inspection,
    evidence,
    types: typesNamed(text, types),
    days: days === undefined ? undefined : Number(days),
  };
};

const boxOf = ([x, y, width, height]: readonly (string | undefined)[]): Box => ({
  x: Number(x),
  y: Number(y),
  width: Number(width),
  height: Number(height),
});

const numbersIn = (text: string): NamedThings["numbers"] =>
  [...text.matchAll(NUMBER)].map(([, digits, percent]) =>
    percent === undefined
      ? { value: Number(digits), isPercent: false }
      : { value: Number(digits) / 100, isPercent: true },
  );

const WORDS = ["first", "second", "third", "fourth", "fifth", "sixth"];
const NATIVE = ["(?:첫|첫째|첫번째)", "(?:두|둘)", "(?:세|셋)", "(?:네|넷)", "다섯", "여섯"];

const ordinalIn = (text: string): number | undefined => {
  const plain = text.toLowerCase();
  const said =
    /(?:regions?|area|spot|defect|number|no\.|#|영역|부위|결함)\s*#?(\d{1,2})(?![\d.]|\s*%)/u.exec(
      plain,
    )?.[1] ??
    /(?<![\d.])(\d{1,2})\s*(?:st|nd|rd|th)\b/u.exec(plain)?.[1] ??
    /(?<![\d.])(\d{1,2})\s*번(?:째)?(?!\s*(?:이나|찍|검사))/u.exec(plain)?.[1];
  if (said !== undefined) return Number(said);
  const english = WORDS.findIndex((word) => new RegExp(`\\b${word}\\b`, "u").test(plain));
  if (english >= 0) return english + 1;
  const native = NATIVE.findIndex((word) => new RegExp(`${word}\\s*(?:번\\s*째|째)`, "u").test(plain));
  if (native >= 0) return native + 1;
  return undefined;
};
