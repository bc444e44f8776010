import { type SelectQueryBuilder, sql } from "kysely";
import { Passage, PassageForm } from "../domain/passage.ts";
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

/** Of the latest revisions. */
export const countPassages = (
  database: Database,
  product: string,
  terms: readonly string[],
): { passages: number; holding: Map<string, number> } => {
  const all = latestPassages(database, product).clearSelect().select(sql<number>`count(*)`.as("count"));
  const countOf = (term: string): number => {
    const match = matchAny([term]);
    if (match === undefined) return 0;
    const holding = all
      .innerJoin("passageIndex", "passageIndex.rowid", "passage.id")
      .where(sql<boolean>`"passageIndex" MATCH ${match}`);
    return database.rows(holding)[0]?.count ?? 0;
  };
  return {
    passages: database.rows(all)[0]?.count ?? 0,
    holding: new Map(terms.map((term) => [term, countOf(term)])),
  };
};

interface PassageRow extends Omit<Passage, "headings" | "form"> {
  readonly headings: string;
  readonly form: string | null;
}

type LatestPassages = SelectQueryBuilder<Tables, "latestManual" | "passage", PassageRow>;

const latestPassages = (database: Database, product: string): LatestPassages =>
  database.build
    .selectFrom("latestManual")
    .innerJoin("passage", "passage.manual", "latestManual.id")
    .select(["document", "documentId", "revision", "page", "headings", "quotation", "form"])
    .where("product", "=", product);

const passageOf = (row: PassageRow): Passage => ({
  document: row.document,
  documentId: row.documentId,
  revision: row.revision,
  page: row.page,
  headings: fromJson(Passage.shape.headings, row.headings, `passage on page ${row.page} of ${row.document}`),
  quotation: row.quotation,
  ...(row.form !== null && { form: PassageForm.parse(row.form) }),
});
