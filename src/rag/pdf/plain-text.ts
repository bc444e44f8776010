/**
 * Fonts without a proper table of characters leave control characters for spaces, private ones for bullets,
 * ligatures, and Korean letters taken apart.
 */
export const plainText = (text: string): string =>
  text
    .replace(/\p{Cc}|[\u00a0\u2028\u2029]/gu, " ")
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/gu, "")
    .replace(/[\uf0b7\uf0a7\uf06c\uf09f]/gu, "•")
    .replace(/[\ufb00-\ufb06]/gu, (ligature) => ligature.normalize("NFKC"))
    .normalize("NFC");
