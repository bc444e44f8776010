// Intervals of pixel metrics without keeping a picture: every draw of a Poisson bootstrap (Chamandy et al. 2012) is a
// coarse histogram of its own, to which each picture is added as often as a Poisson number with mean 1 says. The number
// hangs on seed, draw and group alone, so that pictures of one group are drawn together and their order is the same to it.
import { quantile } from "./quantile.ts";
import { seededRandom } from "./random.ts";
import { CODES } from "./score-code.ts";
import type { ScoreHistogram } from "./score-histogram.ts";

export interface PixelDraws {
  /** `group` is the picture's own name where it has no group. */
  add(histogram: ScoreHistogram, group: string): void;
  /** 95 %; undefined with fewer than two groups, or where most draws give no figure. */
  interval(
    metric: (histogram: ScoreHistogram) => { value: number | null },
  ): { low: number; high: number; units: number } | undefined;
}

const DRAWS = 200;
/** A coarse bin is 16 fine ones: scores within 1 part in 128 of each other. */
const FINE_PER_COARSE = 16;
const COARSE = CODES / FINE_PER_COARSE;
const BINS = ["negatives", "positives", "overlap"] as const;

export const createPixelDraws = (seed: number): PixelDraws => {
  const draws = Array.from({ length: DRAWS }, () => ({
    negatives: new Float64Array(COARSE),
    positives: new Float64Array(COARSE),
    overlap: new Float64Array(COARSE),
    regions: 0,
  }));
  const groups = new Set<string>();
  return {
    add(histogram, group) {
      groups.add(group);
      const random = seededRandom(seed, `pixels of ${group}`);
      const coarse = BINS.map((name) => ({ name, filled: coarsened(histogram[name]) }));
      for (const draw of draws) {
        const times = poisson(random);
        if (times === 0) continue;
        draw.regions += times * histogram.regions;
        for (const { name, filled } of coarse) {
          for (const [bin, count] of filled) draw[name][bin]! += times * count;
        }
      }
    },
    interval(metric) {
      if (groups.size < 2) return undefined;
      const values = draws
        .map((draw) => metric(draw).value)
        .filter((value) => value !== null)
        .sort((a, b) => a - b);
      if (values.length < DRAWS / 2) return undefined;
      return { low: quantile(values, 0.025), high: quantile(values, 0.975), units: groups.size };
    },
  };
};

/** The bins with anything in them. */
const coarsened = (fine: Float64Array): readonly (readonly [number, number])[] => {
  const coarse = new Float64Array(COARSE);
  for (let code = 0; code < CODES; code++) coarse[Math.floor(code / FINE_PER_COARSE)]! += fine[code]!;
  return [...coarse.entries()].filter(([, count]) => count > 0);
};

/** Knuth's way, with mean 1. */
const poisson = (random: () => number): number => {
  let [count, product] = [0, random()];
  while (product > Math.exp(-1)) {
    count++;
    product *= random();
  }
  return count;
};
