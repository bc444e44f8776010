// Lines for a terminal, in which Korean, Chinese and Japanese characters take two columns and joined marks none.

/** Control, direction and format characters, which could rewrite what is already on the screen. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const JOINED = /\p{M}/u;

export const columnsOf = (text: string): number =>
  [...text].reduce((columns, character) => columns + columnsOfCharacter(character), 0);

/** Breaks at spaces; a word wider than a line is cut. */
export const wrapText = (text: string, columns: number): readonly string[] => {
  const lines: string[] = [];
  let line = "";
  for (const word of words(text).flatMap((whole) => cut(whole, columns))) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
  }
  return line === "" && lines.length > 0 ? lines : [...lines, line];
};

const words = (text: string): readonly string[] =>
  text
    .normalize("NFC")
    .replace(UNPRINTABLE, " ")
    .split(/ /u)
    .filter((word, index, all) => word !== "" || all[index - 1] !== "");

const cut = (word: string, columns: number): readonly string[] => {
  const pieces = [""];
  for (const character of word) {
    const piece = `${pieces.at(-1) ?? ""}${character}`;
    if (columnsOf(piece) > columns) pieces.push(character);
    else pieces[pieces.length - 1] = piece;
  }
  return pieces;
};

const columnsOfCharacter = (character: string): number => {
  if (JOINED.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
};
