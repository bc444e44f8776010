// Digits as strokes: a bare machine has no font, so marks on a picture are drawn, not typeset.

/** Strokes of each digit in a box 4 wide and 7 high. */
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
};

const DIGIT_WIDTH = 4;
const GAP = 2;

/** Width of a number in units of which a digit is 7 high. */
export const numberWidth = (number: number): number => String(number).length * (DIGIT_WIDTH + GAP) - GAP;

/** SVG of a number with its top left at the origin, 7 units high. */
export const drawNumber = (number: number): string =>
  [...String(number)]
    .map(
      (digit, i) => `<path transform="translate(${i * (DIGIT_WIDTH + GAP)} 0)" d="${STROKES[digit] ?? ""}"/>`,
    )
    .join("");
