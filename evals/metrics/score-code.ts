// A pixel's score as 16 bits: 5 of exponent, 11 of fraction, so that one histogram fits any distance without its range
// being known beforehand, to within 1 part in 2,048. Order is kept: a higher score never has a lower code.

/** Codes run from 0 to one below this. */
export const CODES = 2 ** 16;

/** Bits of a 32-bit float's fraction that a code leaves out. */
const DROPPED_BITS = 23 - 11;
/** The code of 2^-16; smaller scores, and all below zero, share code 0. From 2^16 on all share the last code. */
const FIRST = (127 - 16) << 11;

const number = new Float32Array(1);
const bits = new Int32Array(number.buffer);

/** Throws a RangeError for what is not a number. */
export const codeOf = (score: number): number => {
  if (Number.isNaN(score)) throw new RangeError("a score is not a number");
  number[0] = score;
  const code = (bits[0]! >> DROPPED_BITS) - FIRST;
  return code < 0 ? 0 : Math.min(code, CODES - 1);
};
