import { type SelectQueryBuilder, sql } from "kysely";
import { Passage } from "../domain/passage.ts";
import type { Database } from "./database.ts";
import { fromJson } from "./json-column.ts";
import { matchAny } from "./passage-index.ts";
import type { Tables } from "./schema.ts";
import type { FoundPassage } from "./store.ts";

export interface PassageSearch {
  readonly product: string;
  readonly terms: readonly string[];
  readonly limit: number;
}

/** Every passage of the latest revisions, by document and page. */
export const listPassages = (database: Database, product: string): Passage[] =>
  database.rows(latestPassages(database, product).orderBy("document").orderBy("passage.id")).map(passageOf);

/** The best passages first; of equals, the earlier one. */
export const searchPassages = (
  database: Database,
  { product, terms, limit }: PassageSearch,
): FoundPassage[] => {
  const match = matchAny(terms);
  if (match === undefined) return [];
  const found = database.rows(
    latestPassages(database, product)
      .innerJoin("passageIndex", "passageIndex.rowid", "passage.id")
      .select(sql<number>`-bm25("passageIndex")`.as("score"))
      .where(sql<boolean>`"passageIndex" MATCH ${match}`)
      .orderBy("score", "desc")
      .orderBy("passage.id")
      .limit(limit),
  );
  return found.map((row) => ({ passage: passageOf(row), score: row.score }));
};

interface PassageRow extends Omit<Passage, "headings"> {
  readonly headings: string;
}

type LatestPassages = SelectQueryBuilder<Tables, "latestManual" | "passage", PassageRow>;

const latestPassages = (database: Database, product: string): LatestPassages =>
  database.build
    .selectFrom("latestManual")
    .innerJoin("passage", "passage.manual", "latestManual.id")
    .select(["document", "documentId", "revision", "page", "headings", "quotation"])
    .where("product", "=", product);

const passageOf = ({ document, documentId, revision, page, headings, quotation }: PassageRow): Passage => ({
  document,
  documentId,
  revision,
  page,
  headings: fromJson(Passage.shape.headings, headings, `passage on page ${page} of ${document}`),
  quotation,
});
