// The parts of a sentence that are judged one by one, so that a "not" in one of them does not turn another round.
import { withoutQuotations } from "../quotations.ts";

// A comma inside a number is none. Korean clauses end in a connective: 높고, 있으며, 없지만.
const ENDS =
  /(?<!\d)[.;:!?](?=\s|$)|(?<=\d)[.;:!?](?=\s|$)|,(?!\d)|(?<!\b(?:nothing|anything|none|all))\s+(?=(?:and|but|because|so|since|although|though|while|whereas|yet)\s)|(?<=(?:으며|이며|하며|지만|으나|는데|므로|이고|였고|했고|높고|낮고|크고|작고|었고|았고|되어|하여|으니|니까|낮아|높아|커서|작아|달라|않아|없어|넘어|벗어나))\s+/gu;

/** Without quotations, in lower case, with plain apostrophes and single spaces. */
export const clausesOf = (text: string): readonly string[] =>
  proseOf(text)
    .split(ENDS)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");

export const proseOf = (text: string): string =>
  withoutQuotations(text).normalize("NFKC").toLowerCase().replaceAll("’", "'").replace(/\s+/gu, " ").trim();

/** Negations that stand before what they deny. */
const BEFORE =
  /\b(?:not|no|never|cannot|can't|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|won't|without|neither|nor|nothing|hardly)\b(?:\s+[\w-]+){0,4}\s*$/u;
/** Korean ones follow it. */
const AFTER =
  /^[가-힣'"’)]*\s*(?:[가-힣]+\s+){0,2}?(?:[가-힣]*(?:지\s?(?:는\s?)?않|지\s?(?:는\s?)?못|지\s?(?:는\s?)?(?:마|말))|않|아니|아닙|아닌|없|못\s?[하했합]|어렵|불가)/u;

export interface Found {
  readonly index: number;
  readonly 0: string;
}

/** Whether the words found at this place of a clause are denied. */
export const isNegated = (clause: string, { index, 0: words }: Found): boolean =>
  BEFORE.test(clause.slice(0, index)) || AFTER.test(clause.slice(index + words.length));
