// Words of a manual stand between “ and ”. Quotation marks inside them become straight ones, so that a reader and the
// checker see where the quotation ends; comparing treats all double quotation marks and all white space alike.

const DOUBLE_MARKS = /[“”„‟″＂]/gu;
const QUOTATION =
  /[“„‟＂]([^“”＂]*)(?:[“”＂]|$)|「([^」]*)(?:」|$)|『([^』]*)(?:』|$)|«([^»]*)(?:»|$)|"([^"]*)"/gu;

export const quote = (words: string): string => `“${words.replace(DOUBLE_MARKS, '"')}”`;

/** A name that is written without being quoted: its quotation marks must not look like ours. */
export const unquoted = (name: string): string => name.replace(/[“”„‟″＂"「」『』«»]/gu, "’");

/** The quotations of a text, without their marks. One that is never closed runs to the end. */
export const quotationsIn = (text: string): readonly string[] =>
  [...text.matchAll(QUOTATION)].map((match) => match.slice(1).find((group) => group !== undefined) ?? "");

export const withoutQuotations = (text: string): string => text.replace(QUOTATION, " ");

/** Whether the page has these very words in this order. */
export const standsOn = (quotation: string, page: string): boolean =>
  folded(page).includes(folded(quotation));

const folded = (text: string): string =>
  text.normalize("NFC").replace(DOUBLE_MARKS, '"').replace(/\s+/gu, " ").trim();
