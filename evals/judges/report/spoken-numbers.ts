// Numbers in digits that a sentence says itself: not those of its quotations, nor those within names (a file, a case,
// the id of a piece of evidence). Numbers in words are not read.
import { withoutQuotations } from "./quoted.ts";

export interface SpokenNumber {
  /** As it is written, without separators: `-3.70`, `8000`. */
  readonly digits: string;
  readonly value: number;
  /** Half of the last place: what rounding may have taken away. */
  readonly precision: number;
  readonly isPercent: boolean;
}

const NUMBER = /(?<![\p{L}\d._])([-−]?\d{1,3}(?:,\d{3})+|[-−]?\d+)(\.\d+)?(\s*%)?/gu;

export const spokenNumbers = (text: string, names: readonly string[]): SpokenNumber[] => {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).filter((name) => name !== "");
  const said = longestFirst.reduce((rest, name) => rest.replaceAll(name, " "), withoutQuotations(text));
  return [...said.matchAll(NUMBER)].map(([, whole = "", fraction = "", percent]) => {
    const digits = `${whole.replaceAll(",", "").replace("−", "-")}${fraction}`;
    const decimals = Math.max(0, fraction.length - 1);
    return {
      digits,
      value: Number(digits),
      precision: 0.5 * 10 ** -decimals,
      isPercent: percent !== undefined,
    };
  });
};
