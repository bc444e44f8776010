/**
 * A seeded source of numbers: xoshiro128** started by a hash of the seed's text. Not that of `metrics/random.ts`, because
 * a picture takes millions of them, and because published figures were measured on the pictures that it makes.
 */
export interface Random {
  /** From `low` up to, not including, `high`. */
  uniform(low?: number, high?: number): number;
  integer(low: number, high: number): number;
  /** Standard normal (Marsaglia's polar method). */
  normal(): number;
  /** Number of events where `mean` are expected; normal beyond 60. */
  poisson(mean: number): number;
}

export const createRandom = (seed: string): Random => {
  const uniform = uniformOf(seed);
  const normal = (): number => {
    for (;;) {
      const [x, y] = [2 * uniform() - 1, 2 * uniform() - 1];
      const square = x * x + y * y;
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
    }
  };
  return {
    uniform: (low = 0, high = 1) => low + (high - low) * uniform(),
    integer: (low, high) => low + Math.floor((high - low) * uniform()),
    normal,
    poisson: (mean) =>
      mean > 60 ? Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())) : counted(mean, uniform),
  };
};

/** Knuth's product of uniform numbers. */
const counted = (mean: number, uniform: () => number): number => {
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = uniform(); product > limit; product *= uniform()) events++;
  return events;
};

const uniformOf = (seed: string): (() => number) => {
  const state = Uint32Array.from({ length: 4 }, (_, word) => hashOf(`${word}:${seed}`) | 1);
  const turned = (value: number, by: number): number => ((value << by) | (value >>> (32 - by))) >>> 0;
  return () => {
    const result = Math.imul(turned(Math.imul(state[1]!, 5), 7), 9) >>> 0;
    const shifted = state[1]! << 9;
    state[2]! ^= state[0]!;
    state[3]! ^= state[1]!;
    state[1]! ^= state[2]!;
    state[0]! ^= state[3]!;
    state[2]! ^= shifted;
    state[3] = turned(state[3]!, 11);
    return result / 2 ** 32;
  };
};

/** FNV-1a with a final mix. */
const hashOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
};
