// The figures of one domain from what was found on each case.
import { createRandom } from "../../evals/degradations/random.ts";
import { type Interval, rateByGroups } from "../../evals/metrics/interval.ts";
import { wilson } from "../../evals/metrics/rate-interval.ts";
import type { CaptureGrade, DegradationKind } from "../../src/domain/capture-grade.ts";
import { familyOf } from "../../src/vision/capture/grade.ts";
import type { Case } from "./cases.ts";

export interface GradedCase extends Case {
  readonly found: CaptureGrade["degradations"];
  /** Severity that the network gives the true kind, found or not. */
  readonly severityOfTruth: number;
}

export interface Figures {
  /** Worst finding is the true kind, at severity 2 or more. */
  readonly rightKind: Interval;
  readonly rightFamily: Interval;
  /** Spearman's rank correlation of severity within a kind, mean over the kinds. */
  readonly severitySrcc: number;
  /** F1 over the kinds of pictures with two. */
  readonly pairF1: number;
  /** Clean pictures on which anything is found. */
  readonly falseAlarms: Interval;
  readonly degradedPictures: number;
  readonly pairs: number;
  readonly cleanPictures: number;
  readonly rightByKind: Readonly<Record<string, number>>;
}

const LEAST_SEVERITY = 2;

export const tally = (cases: readonly GradedCase[]): Figures => {
  const single = cases.filter(({ role }) => role === "one");
  const strong = single.filter(({ severity }) => severity >= LEAST_SEVERITY);
  const pairs = cases.filter(({ role }) => role === "two");
  const clean = cases.filter(({ role }) => role === "clean");
  return {
    rightKind: rate(strong, isRightKind),
    rightFamily: rate(strong, isRightFamily),
    severitySrcc: mean([...byKind(single).values()].map(severityRank).filter(Number.isFinite)),
    pairF1: f1(pairs),
    falseAlarms: wilson(clean.filter(({ found }) => found.length > 0).length, clean.length),
    degradedPictures: strong.length,
    pairs: pairs.length,
    cleanPictures: clean.length,
    rightByKind: Object.fromEntries(
      [...byKind(strong)].map(([kind, of]) => [kind, mean(of.map((one) => (isRightKind(one) ? 1 : 0)))]),
    ),
  };
};

const isRightKind = ({ found, kinds }: GradedCase): boolean => found[0]?.kind === kinds[0];

const isRightFamily = ({ found, kinds }: GradedCase): boolean =>
  found[0] !== undefined && kinds[0] !== undefined && familyOf(found[0].kind) === familyOf(kinds[0]);

/** Grouped by the picture that was degraded: what was made from one picture resembles each other. */
const rate = (cases: readonly GradedCase[], isHit: (one: GradedCase) => boolean): Interval => {
  const groups = new Map<string, { hits: number; count: number }>();
  for (const one of cases) {
    const name = `${one.product}/${one.picture}`;
    const group = groups.get(name) ?? { hits: 0, count: 0 };
    groups.set(name, { hits: group.hits + (isHit(one) ? 1 : 0), count: group.count + 1 });
  }
  const random = createRandom("interval");
  return rateByGroups([...groups.values()], () => random.uniform());
};

const byKind = (cases: readonly GradedCase[]): Map<DegradationKind, GradedCase[]> => {
  const kinds = new Map<DegradationKind, GradedCase[]>();
  for (const one of cases) {
    for (const kind of one.kinds) kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
  }
  return kinds;
};

const f1 = (pairs: readonly GradedCase[]): number => {
  const hits = pairs.reduce(
    (sum, { found, kinds }) => sum + found.filter(({ kind }) => kinds.includes(kind)).length,
    0,
  );
  const named = pairs.reduce((sum, { found }) => sum + found.length, 0);
  return (2 * hits) / (named + 2 * pairs.length);
};

const severityRank = (cases: readonly GradedCase[]): number =>
  spearman(
    cases.map(({ severity }) => severity),
    cases.map(({ severityOfTruth }) => severityOfTruth),
  );

/** Pearson's correlation of mid-ranks. */
const spearman = (one: readonly number[], other: readonly number[]): number => {
  const [a, b] = [ranks(one), ranks(other)];
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = a.reduce((sum, rank, i) => sum + (rank - meanA) * ((b[i] ?? 0) - meanB), 0);
  const spread = (values: readonly number[], about: number): number =>
    Math.sqrt(values.reduce((sum, value) => sum + (value - about) ** 2, 0));
  return covariance / (spread(a, meanA) * spread(b, meanB));
};

const ranks = (values: readonly number[]): number[] =>
  values.map(
    (value) =>
      values.filter((other) => other < value).length +
      (values.filter((other) => other === value).length - 1) / 2,
  );

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
