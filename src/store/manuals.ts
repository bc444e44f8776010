import type { Selectable } from "kysely";
import type { IndexedManual, IndexedPassage } from "../domain/manual.ts";
import { Manual } from "../domain/manual.ts";
import { Passage } from "../domain/passage.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import { toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";
import { addToIndex, dropFromIndex } from "./passage-index.ts";
import { countPassages, listPassages, searchPassages } from "./passages.ts";
import type { Tables } from "./schema.ts";
import type { Store } from "./store.ts";

export const createManuals = (database: Database): Store["manuals"] => ({
  add: async (product, manual) => database.transaction(() => addManual(database, product, manual)),
  find: async (product, documentId) => {
    const known = findManual(database, product, documentId);
    return known?.removedAt === null ? Manual.parse(known) : undefined;
  },
  remove: async (product, document) => database.transaction(() => removeManual(database, product, document)),
  list: async (product) => listManuals(database, product),
  search: async (search) => searchPassages(database, search),
  frequencies: async (product, terms) => countPassages(database, product, terms),
  passages: async (product) => listPassages(database, product),
  page: async (documentId, page) => readPage(database, documentId, page),
});

const listManuals = (database: Database, product: string): Manual[] =>
  database
    .rows(
      database.build
        .selectFrom("latestManual")
        .selectAll()
        .where("product", "=", product)
        .orderBy("document"),
    )
    .map((row) => Manual.parse(row));

/** Inside a transaction. */
export const addManual = (database: Database, product: string, manual: IndexedManual): Manual => {
  requireProduct(database, product);
  const known = findManual(database, product, manual.documentId);
  if (known) return known.removedAt === null ? Manual.parse(known) : restoreManual(database, known, manual);
  dropFromIndex(database, latestRevision(database, product, manual.document).select("id"));
  const added = {
    product,
    document: manual.document,
    documentId: manual.documentId,
    revision: highestRevision(database, product, manual.document) + 1,
    pages: manual.pages.length,
    passages: manual.passages.length,
    addedAt: new Date().toISOString(),
    removedAt: null,
  };
  const [row] = database.rows(database.build.insertInto("manual").values(added).returning("id"));
  if (row === undefined) throw new Error("SQLite returned no id for a new manual.");
  insertText(database, row.id, manual);
  return Manual.parse(added);
};

/** Inside a transaction. */
const removeManual = (database: Database, product: string, document: string): Manual => {
  requireProduct(database, product);
  const latest = latestRevision(database, product, document);
  const [removed] = database.rows(latest.selectAll());
  if (!removed) {
    const known = listManuals(database, product).map((manual) => manual.document);
    throw new GumsaError("manual_unknown", `The product ${product} has no manual ${document}.`, {
      hint: known.length > 0 ? `it has ${known.join(", ")}` : `gumsa manuals add ${product} FILE.pdf`,
    });
  }
  dropFromIndex(database, latest.select("id"));
  database.rows(
    database.build
      .updateTable("manual")
      .set({ removedAt: new Date().toISOString() })
      .where("product", "=", product)
      .where("document", "=", document),
  );
  return Manual.parse(removed);
};

/** Its text is stored anew: it may have been read by an older Gumsa. The latest revision alone is searched. */
const restoreManual = (database: Database, known: ManualRow, manual: IndexedManual): Manual => {
  const { id, product, document } = known;
  const latest = latestRevision(database, product, document);
  const [current] = database.rows(latest.select("revision"));
  const isLatest = current === undefined || current.revision < known.revision;
  if (isLatest) dropFromIndex(database, latest.select("id"));
  const numbers = { pages: manual.pages.length, passages: manual.passages.length };
  const changes = { ...(isLatest && numbers), removedAt: null };
  database.rows(database.build.updateTable("manual").set(changes).where("id", "=", id));
  if (isLatest) {
    database.rows(database.build.deleteFrom("manualPage").where("manual", "=", id));
    database.rows(database.build.deleteFrom("passage").where("manual", "=", id));
    insertText(database, id, manual);
  }
  return Manual.parse({ ...known, ...changes });
};

type ManualRow = Selectable<Tables["manual"]>;

const findManual = (database: Database, product: string, documentId: string): ManualRow | undefined => {
  const [row] = database.rows(
    database.build
      .selectFrom("manual")
      .selectAll()
      .where("product", "=", product)
      .where("documentId", "=", documentId),
  );
  return row;
};

/** Removed ones count: a number names the same bytes for ever. */
const highestRevision = (database: Database, product: string, document: string): number => {
  const [row] = database.rows(
    database.build
      .selectFrom("manual")
      .select(({ fn }) => fn.max("revision").as("revision"))
      .where("product", "=", product)
      .where("document", "=", document),
  );
  return row?.revision ?? 0;
};

const latestRevision = (database: Database, product: string, document: string) =>
  database.build.selectFrom("latestManual").where("product", "=", product).where("document", "=", document);

const insertText = (database: Database, manual: number, { pages, passages }: IndexedManual): void => {
  for (const [index, text] of pages.entries()) {
    const row = { manual, page: index + 1, text };
    database.rows(database.build.insertInto("manualPage").values(row));
  }
  for (const passage of passages) insertPassage(database, manual, passage);
};

const insertPassage = (
  database: Database,
  manual: number,
  { page, headings, quotation, form, terms }: IndexedPassage,
): void => {
  const row = { manual, page, headings: toJson(Passage.shape.headings, headings), quotation, form };
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
