// 95 % intervals of a rate that was counted over groups: pictures of one sheet resemble each other, so the
// sheet is what is drawn again (cluster bootstrap; Field and Welsh 2007).

export interface Group {
  readonly hits: number;
  readonly count: number;
}

export interface Interval {
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

const DRAWS = 2000;

/** `random`: uniform numbers in [0, 1). Throws a RangeError without a group. */
export const rateByGroups = (groups: readonly Group[], random: () => number): Interval => {
  if (groups.length === 0) throw new RangeError("a rate needs at least one group");
  const drawn = Array.from({ length: DRAWS }, () =>
    rateOf(groups.map(() => groups[Math.floor(random() * groups.length)] ?? { hits: 0, count: 0 })),
  ).sort((a, b) => a - b);
  const quantile = (share: number): number => drawn[Math.round(share * (DRAWS - 1))] ?? Number.NaN;
  return { rate: rateOf(groups), low: quantile(0.025), high: quantile(0.975) };
};

const rateOf = (groups: readonly Group[]): number => {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  return groups.reduce((sum, group) => sum + group.hits, 0) / count;
};
