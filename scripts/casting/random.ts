// A seeded source of numbers. Every picture, and every part of a picture, has a stream of its own, found by name:
// drawing one more picture, or drawing a picture without its defect, leaves all the other numbers as they were.
import { seededRandom } from "../../evals/metrics/random.ts";

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
  const next = seededRandom(seed, name);
  return {
    uniform: (min, max) => min + (max - min) * next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    integer: (below) => Math.floor(next() * below),
  };
}
