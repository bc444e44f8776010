// Every number that a text states, in digits. Nothing is overlooked because letters stand beside it: `p0.9`, `48px`
// and `30장` hold a number each, so a made-up number cannot hide in a word.

export interface StatedNumber {
  readonly value: number;
  readonly isPercent: boolean;
  /** Digits after the point, as written. */
  readonly decimals: number;
  /** Digits from the first that is not zero. */
  readonly significantDigits: number;
  readonly text: string;
}

// A sign belongs to the number unless it joins it to what comes before, as in 0.9-1.6. Thousands are 1,024.
const NUMBER =
  /(?:(?<![\p{L}\p{N}.)%])[-−])?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(\s*(?:%|percent|per cent|퍼센트|프로))?/giu;

export const numbersIn = (text: string): readonly StatedNumber[] =>
  [...text.normalize("NFKC").matchAll(NUMBER)].map((match) => {
    const unit = match[1] ?? "";
    const digits = match[0]
      .slice(0, match[0].length - unit.length)
      .replaceAll(",", "")
      .replace("−", "-");
    return {
      value: Number(digits),
      isPercent: unit !== "",
      decimals: digits.split(".")[1]?.length ?? 0,
      significantDigits: digits.replace(/\D/gu, "").replace(/^0+/u, "").length,
      text: match[0].trim(),
    };
  });
