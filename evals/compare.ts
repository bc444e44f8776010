// Two runs over the same items: what got better, what got worse, and what chance alone would do (paired bootstrap: the
// same draw serves both runs; Efron and Tibshirani 1993).
import { z } from "zod";
import { GumsaError } from "../src/errors.ts";
import { drawer } from "./draw-again.ts";
import { placeOf } from "./intervals.ts";
import { quantile } from "./metrics/quantile.ts";
import { seededRandom } from "./metrics/random.ts";
import type { RunRecord } from "./record.ts";
import type { Measured, Suite, SuiteFigure } from "./suite.ts";

export const CHANGES = ["worse", "better", "changed", "noise", "same"] as const;
/** `noise`: the interval of the difference holds zero. `changed`: beyond noise, but neither way is better. */
export type Change = (typeof CHANGES)[number];

export interface Difference {
  readonly name: string;
  readonly scope: readonly string[];
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** 95 %, of the difference. */
  readonly low: number;
  readonly high: number;
  readonly change: Change;
}

export interface Comparison {
  readonly suite: string;
  /** Items that both runs measured, and those that only one did. */
  readonly common: number;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly isSameData: boolean;
  /** What else is not the same of the two runs: versions, banks, settings. */
  readonly causes: readonly { readonly name: string; readonly before: string; readonly after: string }[];
  readonly differences: readonly Difference[];
}

const DRAWS = 1000;

/** Throws `record_invalid` for runs of different suites or without a common item. */
export const compareRuns = ([before, after]: readonly [RunRecord, RunRecord], suite: Suite): Comparison => {
  if (before.suite !== after.suite) {
    throw new GumsaError("record_invalid", `One run is of ${before.suite}, the other of ${after.suite}.`);
  }
  const others = new Map(measuredIn(after, suite).map((item) => [item.id, item]));
  const pairs = measuredIn(before, suite).flatMap((item) => {
    const other = others.get(item.id);
    return other ? [{ ...item, other }] : [];
  });
  if (pairs.length === 0) throw new GumsaError("record_invalid", "The two runs have no item in common.");
  return {
    suite: suite.name,
    common: pairs.length,
    onlyBefore: before.items.length - pairs.length,
    onlyAfter: after.items.length - pairs.length,
    isSameData: before.dataset.sha256 === after.dataset.sha256,
    causes: causesOf(factsOf(before), factsOf(after)),
    differences: differencesOf(pairs, suite, before.seed),
  };
};

type Facts = ReadonlyMap<string, string>;

const factsOf = ({ gumsa, commit, versions, settings, seed }: RunRecord): Facts =>
  new Map(
    Object.entries({ gumsa, commit: commit ?? "", ...versions, ...settings, seed }).map(([name, value]) => [
      name,
      typeof value === "string" ? value : JSON.stringify(value),
    ]),
  );

const causesOf = (before: Facts, after: Facts): Comparison["causes"] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((name) => {
    const both = { before: before.get(name) ?? "", after: after.get(name) ?? "" };
    return both.before === both.after ? [] : [{ name, ...both }];
  });

type Pair = Measured<unknown> & { readonly other: Measured<unknown> };

const measuredIn = ({ items }: RunRecord, suite: Suite): Measured<unknown>[] => {
  const parsed = z.array(suite.result).safeParse(items.map(({ result }) => result));
  if (!parsed.success) {
    throw new GumsaError(
      "record_invalid",
      `A record of ${suite.name} was written by another version of the suite.`,
      {
        cause: parsed.error,
      },
    );
  }
  return items.map(({ id, stratum, group }, i) => ({
    id,
    ...(stratum !== undefined && { stratum }),
    ...(group !== undefined && { group }),
    result: parsed.data[i],
  }));
};

const differencesOf = (pairs: readonly Pair[], suite: Suite, seed: number): Difference[] => {
  const drawn = new Map<string, number[]>();
  const draw = drawer(pairs);
  const random = seededRandom(seed, "comparison");
  for (let i = 0; i < (suite.draws ?? DRAWS); i++) {
    for (const { figure, after } of scoredTwice(draw(random), suite, { isDrawn: true })) {
      const place = placeOf(figure);
      const values = drawn.get(place) ?? [];
      values.push(after - figure.value);
      drawn.set(place, values);
    }
  }
  return scoredTwice(pairs, suite, { isDrawn: false }).flatMap(({ figure, after }) => {
    const sorted = (drawn.get(placeOf(figure)) ?? []).sort((a, b) => a - b);
    if (figure.isExact || sorted.length === 0) return [];
    const difference = after - figure.value;
    const [low, high] = [quantile(sorted, 0.025), quantile(sorted, 0.975)];
    const better = suite.figures[figure.name]?.better;
    const change = changeOf({ difference, low, high }, better);
    return [
      { name: figure.name, scope: figure.scope, before: figure.value, after, difference, low, high, change },
    ];
  });
};

type Told = SuiteFigure & { readonly value: number };

const scoredTwice = (
  pairs: readonly Pair[],
  suite: Suite,
  how: { isDrawn: boolean },
): { figure: Told; after: number }[] => {
  const after = new Map(
    suite
      .score(
        pairs.map(({ other }) => other),
        how,
      )
      .map((figure) => [placeOf(figure), figure]),
  );
  return suite.score(pairs, how).flatMap((figure) => {
    const other = after.get(placeOf(figure))?.value ?? null;
    return figure.value === null || other === null ? [] : [{ figure, after: other }];
  });
};

const changeOf = (
  { difference, low, high }: { difference: number; low: number; high: number },
  better: "higher" | "lower" | undefined,
): Change => {
  if (difference === 0 && low === 0 && high === 0) return "same";
  if (low <= 0 && high >= 0) return "noise";
  if (better === undefined) return "changed";
  return difference > 0 === (better === "higher") ? "better" : "worse";
};
