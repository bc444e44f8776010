import type { IndexedManual, IndexedPassage } from "../domain/manual.ts";
import { Manual } from "../domain/manual.ts";
import { Passage } from "../domain/passage.ts";
import type { Database } from "./database.ts";
import { toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";
import { addToIndex, dropFromIndex } from "./passage-index.ts";
import { listPassages, searchPassages } from "./passages.ts";
import type { Store } from "./store.ts";

export const createManuals = (database: Database): Store["manuals"] => ({
  add: async (product, manual) => database.transaction(() => addManual(database, product, manual)),
  list: async (product) =>
    database
      .rows(
        database.build
          .selectFrom("latestManual")
          .selectAll()
          .where("product", "=", product)
          .orderBy("document"),
      )
      .map((row) => Manual.parse(row)),
  search: async (search) => searchPassages(database, search),
  passages: async (product) => listPassages(database, product),
  page: async (documentId, page) => readPage(database, documentId, page),
});

/** Inside a transaction. */
export const addManual = (database: Database, product: string, manual: IndexedManual): Manual => {
  requireProduct(database, product);
  const known = findManual(database, product, manual.documentId);
  if (known !== undefined) return known;
  const latest = latestRevision(database, product, manual.document);
  dropFromIndex(database, latest.select("id"));
  const [previous] = database.rows(latest.select("revision"));
  const added = Manual.parse({
    product,
    document: manual.document,
    documentId: manual.documentId,
    revision: (previous?.revision ?? 0) + 1,
    pages: manual.pages.length,
    passages: manual.passages.length,
    addedAt: new Date().toISOString(),
  });
  insertManual(database, added, manual);
  return added;
};

const findManual = (database: Database, product: string, documentId: string): Manual | undefined => {
  const [row] = database.rows(
    database.build
      .selectFrom("manual")
      .selectAll()
      .where("product", "=", product)
      .where("documentId", "=", documentId),
  );
  return row && Manual.parse(row);
};

const latestRevision = (database: Database, product: string, document: string) =>
  database.build.selectFrom("latestManual").where("product", "=", product).where("document", "=", document);

const insertManual = (database: Database, added: Manual, { pages, passages }: IndexedManual): void => {
  const [manual] = database.rows(database.build.insertInto("manual").values(added).returning("id"));
  if (manual === undefined) throw new Error("SQLite returned no id for a new manual.");
  for (const [index, text] of pages.entries()) {
    const row = { manual: manual.id, page: index + 1, text };
    database.rows(database.build.insertInto("manualPage").values(row));
  }
  for (const passage of passages) insertPassage(database, manual.id, passage);
};

const insertPassage = (
  database: Database,
  manual: number,
  { page, headings, quotation, terms }: IndexedPassage,
): void => {
  const row = { manual, page, headings: toJson(Passage.shape.headings, headings), quotation };
  const [passage] = database.rows(database.build.insertInto("passage").values(row).returning("id"));
  if (passage === undefined) throw new Error("SQLite returned no id for a new passage.");
  addToIndex(database, passage.id, terms);
};

/** The same document may belong to several products; its pages are the same in each. */
const readPage = (database: Database, documentId: string, page: number): string | undefined => {
  const [row] = database.rows(
    database.build
      .selectFrom("manualPage")
      .innerJoin("manual", "manual.id", "manualPage.manual")
      .select("text")
      .where("documentId", "=", documentId)
      .where("page", "=", page)
      .limit(1),
  );
  return row?.text;
};
