import { Case, caseIdOf } from "../domain/case.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";
import type { NewCase, Store } from "./store.ts";

export const createCases = (database: Database): Store["cases"] => ({
  add: async (cases) => database.transaction(() => cases.map((entry) => addCase(database, entry))),
  get: async (id) => {
    const [row] = database.rows(database.build.selectFrom("defectCase").selectAll().where("id", "=", id));
    return row && caseOf(row);
  },
  list: async (product) => listCases(database, product),
  remove: async (id) => database.transaction(() => removeCase(database, id)),
});

/** Inside a transaction. The same picture, type and box again are the case that is there. */
export const addCase = (database: Database, entry: NewCase): Case => {
  requireProduct(database, entry.product);
  const known = listCases(database, entry.product).find((other) => isSame(other, entry));
  if (known !== undefined) return known;
  const added = Case.parse({ ...entry, id: caseIdOf(entry, nextSequence(database, entry)) });
  const { id, product, view, type } = added;
  const row = { id, product, view, type, record: toJson(Case, added) };
  database.rows(database.build.insertInto("defectCase").values(row));
  return added;
};

const listCases = (database: Database, product: string): Case[] =>
  database
    .rows(
      database.build
        .selectFrom("defectCase")
        .selectAll()
        .where("product", "=", product)
        .orderBy("type")
        .orderBy("id"),
    )
    .map(caseOf);

const isSame = (one: NewCase, other: NewCase): boolean =>
  one.view === other.view &&
  one.type === other.type &&
  one.image.id === other.image.id &&
  JSON.stringify(one.box) === JSON.stringify(other.box);

const nextSequence = (database: Database, { product, type }: NewCase): number => {
  const [row] = database.rows(
    database.build
      .insertInto("caseSequence")
      .values({ product, type, last: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(["product", "type"])
          .doUpdateSet((set) => ({ last: set("caseSequence.last", "+", 1) })),
      )
      .returning("last"),
  );
  if (row === undefined) throw new Error("SQLite returned no number for a new case.");
  return row.last;
};

const removeCase = (database: Database, id: string): void => {
  const removed = database.rows(
    database.build.deleteFrom("defectCase").where("id", "=", id).returning("product"),
  );
  if (removed.length === 0) {
    throw new GumsaError("case_unknown", `No case with the id ${id} is stored.`, {
      hint: "gumsa cases list",
    });
  }
  database.rows(database.build.deleteFrom("vector").where("set", "=", "cases").where("item", "=", id));
};

const caseOf = ({ id, record }: { id: string; record: string }): Case => fromJson(Case, record, `case ${id}`);
