// Signs as strokes: a bare machine has no font, so marks on a picture are drawn, not typeset.

/** Strokes of each sign in a box 4 wide and 7 high: digits, and the letter of grounded boxes. */
const STROKES: Readonly<Record<string, string>> = {
  "0": "M0 0H4V7H0ZM0 7L4 0",
  "1": "M1 1L2.5 0V7M1 7H4",
  "2": "M0 0H4V3.5H0V7H4",
  "3": "M0 0H4V7H0M1 3.5H4",
  "4": "M0 0V3.5H4M4 0V7",
  "5": "M4 0H0V3.5H4V7H0",
  "6": "M4 0H0V7H4V3.5H0",
  "7": "M0 0H4L1.5 7",
  "8": "M0 0H4V7H0ZM0 3.5H4",
  "9": "M4 3.5H0V0H4V7H0",
  G: "M4 1V0H0V7H4V3.5H2",
};

const SIGN_WIDTH = 4;
const GAP = 2;

/** Width of a mark in units of which a sign is 7 high. */
export const markWidth = (mark: string): number => mark.length * (SIGN_WIDTH + GAP) - GAP;

/** SVG of a mark with its top left at the origin, 7 units high. */
export const drawMark = (mark: string): string =>
  [...mark]
    .map((sign, i) => `<path transform="translate(${i * (SIGN_WIDTH + GAP)} 0)" d="${STROKES[sign] ?? ""}"/>`)
    .join("");
