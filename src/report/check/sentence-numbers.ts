// Every number that a text states, in digits or in words. Nothing is overlooked because letters stand beside it:
// `p0.9`, `48px` and `30장` hold a number each, so a made-up number cannot hide in a word.
import { wordNumbers } from "./number-words.ts";
import { type Noun, nounBeside, type Unit, unitAfter } from "./units.ts";

export interface StatedNumber {
  readonly value: number;
  readonly isPercent: boolean;
  readonly unit: Unit | undefined;
  /** What is counted or numbered. */
  readonly noun: Noun | undefined;
  /** Digits after the point, as written. */
  readonly decimals: number;
  /** Digits from the first that is not zero. */
  readonly significantDigits: number;
  readonly text: string;
}

// A sign belongs to the number unless it joins it to what comes before, as in 0.9-1.6. Thousands are 1,024.
const NUMBER = /(?:(?<![\p{L}\p{N}.)%])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/giu;

export const numbersIn = (text: string): readonly StatedNumber[] => {
  const plain = text.normalize("NFKC");
  const digits = [...plain.matchAll(NUMBER)].map((match) =>
    stated(plain, match.index, match[0], match[0].replaceAll(",", "").replace("−", "-")),
  );
  const words = wordNumbers(plain).map(({ value, index, text: written, isOrdinal, isMultiple }) => {
    const number = stated(plain, index, written, String(Number(value.toPrecision(6))));
    if (isOrdinal) return { ...number, noun: "ordinal" as const };
    return isMultiple ? { ...number, noun: "multiple" as const } : number;
  });
  return [...digits, ...words];
};

const stated = (text: string, index: number, written: string, digits: string): StatedNumber => {
  const after = text.slice(index + written.length);
  const unit = unitAfter(after);
  return {
    value: Number(digits),
    isPercent: unit?.unit === "%",
    unit: unit?.unit,
    noun: unit === undefined ? nounBeside(text.slice(0, index), after) : undefined,
    decimals: digits.split(".")[1]?.length ?? 0,
    significantDigits: digits.replace(/\D/gu, "").replace(/^0+/u, "").length,
    text: `${written}${after.slice(0, unit?.length ?? 0)}`.trim(),
  };
};
