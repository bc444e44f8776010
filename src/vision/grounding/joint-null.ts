// When a score is more than good pictures give. Several types or phrases are asked at once, so each score is centred
// and scaled by what good pictures give it, and the largest of each good picture makes the null of all together: the
// stated rate is that of good pictures with any box at all, however many types are asked about.
import { pValueOf, thresholdOf } from "../patch-memory/conformal.ts";

export interface JointNull {
  readonly references: number;
  /** A score of that name above this is a box. */
  threshold(name: string): number;
  /** How far beyond the usual a score lies, comparable between names. */
  strength(name: string, score: number): number;
  pValue(name: string, score: number): number;
}

/** `good`: by name the highest score on each good picture, in the same order. */
export const jointNull = (
  good: Readonly<Record<string, readonly number[]>>,
  { names, alpha }: { names: readonly string[]; alpha: number },
): JointNull => {
  const spreads = new Map(names.map((name) => [name, spreadOf(good[name] ?? [])]));
  const strength = (name: string, score: number): number => standardised(score, spreads.get(name));
  const references = good[names[0] ?? ""]?.length ?? 0;
  const strongest = Array.from({ length: references }, (_, i) =>
    Math.max(...names.map((name) => strength(name, good[name]?.[i] ?? 0))),
  );
  // With too few good pictures for the rate nothing counts that any of them shows.
  const limit = thresholdOf(strongest, alpha) ?? Math.max(...strongest);
  return {
    references,
    threshold(name) {
      const { mean, deviation } = spreads.get(name) ?? spreadOf([]);
      return deviation > 0 ? mean + limit * deviation : mean;
    },
    strength,
    pValue: (name, score) => pValueOf(strength(name, score), strongest),
  };
};

interface Spread {
  readonly mean: number;
  readonly deviation: number;
}

const spreadOf = (values: readonly number[]): Spread => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const square = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length);
  return { mean, deviation: Math.sqrt(square) };
};

/** Where good pictures all score alike, anything more is beyond all of them. */
const standardised = (score: number, { mean, deviation }: Spread = spreadOf([])): number => {
  if (deviation > 0) return (score - mean) / deviation;
  return score > mean ? Number.MAX_VALUE : 0;
};
