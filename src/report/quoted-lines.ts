/** A sentence that quotes a list of bullets, one line for each of them; any other is one line. */
export const quotedLines = (sentence: string): readonly string[] =>
  sentence
    .split(/(?<=\s)(?=[“"]?[•▪■◦] )/u)
    .map((line) => line.trim())
    .filter((line) => line !== "");
