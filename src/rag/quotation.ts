// Whether words that are shown as a quotation are really the page's. Lines break differently on paper and in a
// report, so white space is folded on both sides; nothing else is forgiven.

export const foldSpace = (text: string): string => text.replace(/\s+/gu, " ").trim();

export const standsOnPage = (quotation: string, pageText: string): boolean => {
  const words = foldSpace(quotation);
  return words !== "" && foldSpace(pageText).includes(words);
};
