// Reciprocal rank fusion (Cormack, Clarke and Büttcher, SIGIR 2009): each list gives its items 1 / (60 + rank).
// Only ranks count, so that scores of different making need no common scale.
const K = 60;

/** Best first; of equals, the one that stands in the earlier list. */
export const fuseRanks = <Item>(...lists: readonly (readonly Item[])[]): Item[] => {
  const scores = new Map<Item, number>();
  for (const list of lists) {
    for (const [index, item] of list.entries()) {
      scores.set(item, (scores.get(item) ?? 0) + 1 / (K + index + 1));
    }
  }
  return [...scores].toSorted(([, a], [, b]) => b - a).map(([item]) => item);
};
