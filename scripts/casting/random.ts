// A seeded source of numbers. Every picture, and every part of a picture, has a stream of its own, found by name:
// drawing one more picture, or drawing a picture without its defect, leaves all the other numbers as they were.

export interface Random {
  /** Evenly spread over [min, max). */
  uniform(min: number, max: number): number;
  /** Gaussian with mean 0 and standard deviation 1. */
  normal(): number;
  /** A whole number from 0 to below - 1. */
  integer(below: number): number;
}

/** The stream called `name` under `seed`: the same two always give the same numbers. */
export function createRandom(seed: number, name: string): Random {
  let state = hash(`${seed}/${name}`);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    return mix(state) / 2 ** 32;
  };
  return {
    uniform: (min, max) => min + (max - min) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    integer: (below) => Math.floor(next() * below),
  };
}

/** Mulberry32's output function (Tommy Ettinger, public domain). */
function mix(state: number): number {
  let bits = Math.imul(state ^ (state >>> 15), state | 1);
  bits ^= bits + Math.imul(bits ^ (bits >>> 7), bits | 61);
  return (bits ^ (bits >>> 14)) >>> 0;
}

/** 32-bit FNV-1a. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (const byte of Buffer.from(text)) bits = Math.imul(bits ^ byte, 0x01000193);
  return bits;
}
