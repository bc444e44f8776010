// Items drawn again with replacement, within each stratum and by whole groups (stratified cluster bootstrap; Field
// and Welsh 2007): what resembles each other is drawn together, and each draw has as many good and bad ones.
import type { Item } from "./suite.ts";

/** Makes draws from these items. */
export const drawer = <I extends Item>(items: readonly I[]): ((random: () => number) => I[]) => {
  const strata = [...gathered(items, ({ stratum = "" }) => stratum).values()].map((members) => [
    ...gathered(members, ({ group, id }) => (group === undefined ? `item ${id}` : `group ${group}`)).values(),
  ]);
  return (random) =>
    strata.flatMap((units) => units.flatMap(() => units[Math.floor(random() * units.length)] ?? []));
};

/** How many groups, or single items, there are to draw from. */
export const unitsIn = (items: readonly Item[]): number =>
  new Set(items.map(({ stratum, group, id }) => `${stratum}/${group === undefined ? `item ${id}` : group}`))
    .size;

const gathered = <I>(items: readonly I[], keyOf: (item: I) => string): Map<string, I[]> => {
  const found = new Map<string, I[]>();
  for (const item of items) {
    const key = keyOf(item);
    const members = found.get(key);
    if (members) members.push(item);
    else found.set(key, [item]);
  }
  return found;
};
