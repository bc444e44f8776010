// What a sentence quotes, and what it says itself. Both languages quote with “ ”.

const QUOTED = /“([^”]*)”/gu;

export const quotationsOf = (text: string): string[] =>
  [...text.matchAll(QUOTED)].map(([, words = ""]) => words);

export const withoutQuotations = (text: string): string => text.replaceAll(QUOTED, " ");
