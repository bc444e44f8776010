// How sure a distance is. Each good picture is scored against the bank built without it; the p-value of a
// new picture is the share of those scores at least as high, the new one counted in: cross-conformal
// p-values (Vovk 2015, "Cross-conformal predictors"; Barber et al. 2021, "Predictive inference with the
// jackknife+"). False alarms come at about the rate alpha, at most twice that in theory.

import { FALSE_ALARM_CONFIDENCE } from "../../domain/evidence.ts";

/** p = (1 + #{left-out scores >= score}) / (n + 1), between 1 / (n + 1) and 1. */
export const pValueOf = (score: number, leftOutScores: readonly number[]): number =>
  (1 + leftOutScores.filter((other) => other >= score).length) / (leftOutScores.length + 1);

/** k = floor(alpha (n + 1)): how many of the n left-out scores may be as high before p exceeds alpha, plus one. */
const rankOfAlpha = (alpha: number, references: number): number =>
  Math.floor(alpha * (references + 1) + 1e-9);

/** The score above which p <= alpha: the k-th highest left-out score; undefined while no p-value can reach alpha. */
export const thresholdOf = (leftOutScores: readonly number[], alpha: number): number | undefined => {
  const rank = rankOfAlpha(alpha, leftOutScores.length);
  return rank < 1 ? undefined : leftOutScores.toSorted((a, b) => b - a)[rank - 1];
};

/**
 * The rate of false alarms stays below this with the given confidence over the choice of references. The
 * rate of a threshold at the k-th highest of n exchangeable scores is Beta(k, n + 1 - k) (Vovk 2012,
 * "Conditional validity of inductive conformal predictors"); its quantile is found by bisection of the
 * binomial tail. Undefined while no p-value can reach alpha.
 */
export const falseAlarmBound = (
  alpha: number,
  references: number,
  confidence = FALSE_ALARM_CONFIDENCE,
): number | undefined => {
  const rank = rankOfAlpha(alpha, references);
  if (rank < 1) return undefined;
  let [low, high] = [0, 1];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (binomialTail(references, rank, middle) < confidence) low = middle;
    else high = middle;
  }
  return high;
};

/** P(Binomial(n, rate) >= k), which is the distribution function of Beta(k, n + 1 - k) at `rate`. */
const binomialTail = (n: number, k: number, rate: number): number => {
  let term = (1 - rate) ** n;
  let below = 0;
  for (let i = 0; i < k; i++) {
    below += term;
    term *= ((n - i) / (i + 1)) * (rate / (1 - rate));
  }
  return 1 - below;
};
