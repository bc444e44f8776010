import type { Database } from "./database.ts";
import { requireProduct } from "./known-product.ts";
import type { StoredVector, VectorSetKey } from "./store.ts";

export interface VectorRow {
  readonly id: number;
  readonly item: string;
  readonly part: string;
  readonly recipe: string;
  readonly numbers: Uint8Array;
}

/** Inside a transaction. A vector that is there is replaced under a new id. Throws `product_unknown`. */
export const putVectors = (
  database: Database,
  { product, view, set }: VectorSetKey,
  vectors: readonly StoredVector[],
): void => {
  requireProduct(database, product);
  for (const { item, part, recipe, numbers } of vectors) {
    const row = { product, view, set, item, part, recipe, numbers: bytesOf(numbers) };
    database.rows(database.build.replaceInto("vector").values(row));
  }
};

/** Inside a transaction. */
export const dropVectors = (database: Database, key: VectorSetKey, items: readonly string[]): void => {
  for (const item of items) {
    database.rows(database.build.deleteFrom("vector").where(({ and }) => and({ ...key, item })));
  }
};

export const generationOf = (database: Database, key: VectorSetKey): number => {
  const [row] = database.rows(
    database.build
      .selectFrom("vectorSet")
      .select("generation")
      .where(({ and }) => and({ ...key })),
  );
  return row?.generation ?? 0;
};

export const rowsOf = (database: Database, key: VectorSetKey): VectorRow[] =>
  database.rows(
    database.build
      .selectFrom("vector")
      .select(["id", "item", "part", "recipe", "numbers"])
      .where(({ and }) => and({ ...key }))
      .orderBy("id"),
  );

export const vectorKeys = (database: Database, key: VectorSetKey): Omit<StoredVector, "numbers">[] =>
  database.rows(
    database.build
      .selectFrom("vector")
      .select(["item", "part", "recipe"])
      .where(({ and }) => and({ ...key })),
  );

export const vectorOf = (row: VectorRow): StoredVector => ({
  item: row.item,
  part: row.part,
  recipe: row.recipe,
  numbers: numbersOf(row),
});

/** Copied, because SQLite's bytes may begin at any address. */
export const numbersOf = ({ numbers }: Pick<VectorRow, "numbers">): Float32Array =>
  new Float32Array(Uint8Array.from(numbers).buffer);

/** Little-endian, as every processor that Node.js runs on keeps them in memory. */
const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);
