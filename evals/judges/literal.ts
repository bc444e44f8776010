// Whether words stand on a page. White space says nothing: where a line breaks and how wide a gap is differ between
// two readings of the same PDF. So do ligatures and full-width forms (Unicode's compatibility forms). All else counts.

export const standsOn = (page: string, words: string): boolean => bare(page).includes(bare(words));

/** Upper and lower case are one: these are words to look for, not a quotation. */
export const holdsWords = (quotation: string, words: readonly string[]): boolean =>
  words.every((word) => standsOn(quotation.toLowerCase(), word.toLowerCase()));

const bare = (text: string): string => text.normalize("NFKC").replace(/[\s\u00ad]+/gu, "");
