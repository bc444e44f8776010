import type { Item } from "./suite.ts";

/** At most `limit` items, as many of each stratum as of the others while they last, spread over each; in their own order. */
export const limited = <I extends Item>(items: readonly I[], limit: number | undefined): readonly I[] => {
  if (limit === undefined || items.length <= limit) return items;
  const strata = new Map<string, I[]>();
  for (const item of items) {
    const stratum = item.stratum ?? "";
    strata.set(stratum, [...(strata.get(stratum) ?? []), item]);
  }
  const chosen = new Set<I>();
  const shares = sharesOf(
    [...strata.values()].map(({ length }) => length),
    limit,
  );
  [...strata.values()].forEach((members, i) => {
    const share = shares[i] ?? 0;
    for (let n = 0; n < share; n++) {
      const member = members[Math.floor(((n + 0.5) * members.length) / share)];
      if (member) chosen.add(member);
    }
  });
  return items.filter((item) => chosen.has(item));
};

/** One for each in turn until the limit is reached. */
const sharesOf = (sizes: readonly number[], limit: number): number[] => {
  const shares = sizes.map(() => 0);
  for (let left = limit; left > 0; ) {
    for (const [i, size] of sizes.entries()) {
      if (left === 0 || (shares[i] ?? 0) >= size) continue;
      shares[i] = (shares[i] ?? 0) + 1;
      left--;
    }
  }
  return shares;
};
