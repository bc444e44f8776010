// The one JSON document of `gumsa eval --json`: the record without its items, and every figure's value at its own
// name, so that `jq .falseAlarms.observed` finds it.
import type { RunRecord } from "./record.ts";

type Tree = Map<string, Tree | number | null>;

export const documentOf = ({ items, sections, ...record }: RunRecord): Record<string, unknown> => ({
  ...objectOf(treeOf(record.figures)),
  ...record,
  measured: items.length,
});

const treeOf = (figures: RunRecord["figures"]): Tree => {
  const tree: Tree = new Map();
  for (const { scope, name, value } of figures) place(tree, [...scope, ...name.split(".")], value);
  return tree;
};

const place = (tree: Tree, [first = "", ...rest]: readonly string[], value: number | null): void => {
  if (rest.length === 0) {
    tree.set(first, value);
    return;
  }
  const found = tree.get(first);
  const branch: Tree = found instanceof Map ? found : new Map();
  tree.set(first, branch);
  place(branch, rest, value);
};

/** Entries, not assignments: a product may be called `__proto__`. */
const objectOf = (tree: Tree): Record<string, unknown> =>
  Object.fromEntries(
    [...tree].map(([name, branch]) => [name, branch instanceof Map ? objectOf(branch) : branch]),
  );
