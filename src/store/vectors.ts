// Feature vectors. The rows are the truth; an index over each set is kept in memory and in a file, and brought
// up to date by the difference of ids whenever the set's generation has moved, by whichever process.
import type { Database } from "./database.ts";
import type { IndexFiles } from "./index-files.ts";
import type { NearItem, Store, VectorSetKey } from "./store.ts";
import { VectorIndex } from "./vector-index.ts";
import {
  dropVectors,
  generationOf,
  numbersOf,
  putVectors,
  rowsOf,
  type VectorRow,
  vectorKeys,
  vectorOf,
} from "./vector-rows.ts";

interface Sources {
  readonly database: Database;
  readonly files: IndexFiles;
}

interface CurrentIndex {
  readonly generation: number;
  readonly index: VectorIndex;
  /** What each id of the index describes. */
  readonly items: ReadonlyMap<number, Pick<NearItem, "item" | "part">>;
}

export const createVectors = (database: Database, files: IndexFiles): Store["vectors"] => {
  const indexes = new Map<string, Promise<CurrentIndex>>();
  const current = (key: VectorSetKey): Promise<CurrentIndex> => {
    const name = [key.product, key.view, key.set].join(" ");
    const before = indexes.get(name)?.catch(() => undefined) ?? Promise.resolve(undefined);
    const next = before.then((known) => bringUpToDate(known, key, { database, files }));
    indexes.set(name, next);
    return next;
  };
  return {
    put: async (key, vectors) => database.transaction(() => putVectors(database, key, vectors)),
    list: async (key) => rowsOf(database, key).map(vectorOf),
    keys: async (key) => vectorKeys(database, key),
    drop: async (key, items) => database.transaction(() => dropVectors(database, key, items)),
    generation: async (key) => generationOf(database, key),
    nearest: async (key, vector, count) => nearest(await current(key), vector, count),
  };
};

/** One after another for each set, so that two questions do not build the same index twice. */
const bringUpToDate = async (
  known: CurrentIndex | undefined,
  key: VectorSetKey,
  { database, files }: Sources,
): Promise<CurrentIndex> => {
  if (known && known.generation === generationOf(database, key)) return known;
  const { generation, rows } = database.transaction(() => ({
    generation: generationOf(database, key),
    rows: rowsOf(database, key),
  }));
  const items = new Map(rows.map(({ id, item, part }) => [id, { item, part }]));
  const [first] = rows;
  if (!first) return { generation, items, index: VectorIndex.empty(1) };
  const dimensions = numbersOf(first).length;
  const found = known ?? (await files.load(key, dimensions));
  const isUsable = found?.index.dimensions === dimensions && isOf(rows, found.index);
  const index = isUsable ? found.index : VectorIndex.empty(dimensions);
  update(index, rows);
  if (!isUsable || found.generation !== generation) await files.save(key, generation, index);
  return { generation, items, index };
};

/** Whether the index says of no id anything else than its row. One that is mostly removed points is built anew. */
const isOf = (rows: readonly VectorRow[], index: VectorIndex): boolean => {
  const shared = rows.filter(({ id }) => index.ids.has(id));
  const isWorn = index.points > 2 * shared.length;
  return !isWorn && shared.every((row) => index.holds(row.id, numbersOf(row)));
};

/** Adds and removes what differs. */
const update = (index: VectorIndex, rows: readonly VectorRow[]): void => {
  const wanted = new Set(rows.map(({ id }) => id));
  const gone = [...index.ids].filter((id) => !wanted.has(id));
  const added = rows.filter(({ id }) => !index.ids.has(id));
  for (const id of gone) index.remove(id);
  for (const row of added) index.add(row.id, numbersOf(row));
};

const nearest = ({ index, items }: CurrentIndex, vector: Float32Array, count: number): NearItem[] =>
  index.search(vector, count).flatMap(({ id, cosine }) => {
    const described = items.get(id);
    return described ? [{ ...described, similarity: Math.min(1, Math.max(0, cosine)) }] : [];
  });
