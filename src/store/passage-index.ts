// The full-text index holds the passages of the latest revisions only, so that BM25 counts no page that can
// no longer be found. Terms come ready made (words and Korean bigrams). They are stored as the hexadecimal
// digits of their UTF-8 bytes: the tokenizer neither splits nor folds those, and no term can be an operator.
import type { SelectQueryBuilder } from "kysely";
import type { Database } from "./database.ts";
import type { Tables } from "./schema.ts";

export const addToIndex = (database: Database, passage: number, terms: readonly string[]): void => {
  const row = { rowid: passage, terms: terms.map(encodeTerm).join(" ") };
  database.rows(database.build.insertInto("passageIndex").values(row));
};

/** Takes out the passages of the manuals whose row ids are selected. */
export const dropFromIndex = (
  database: Database,
  manuals: SelectQueryBuilder<Tables, "manual" | "latestManual", { id: number }>,
): void => {
  const passages = database.build.selectFrom("passage").select("id").where("manual", "in", manuals);
  database.rows(database.build.deleteFrom("passageIndex").where("rowid", "in", passages));
};

/** The MATCH expression for passages with any of the terms; undefined where there is no term. */
export const matchAny = (terms: readonly string[]): string | undefined => {
  const tokens = new Set(terms.map(encodeTerm).filter((token) => token !== ""));
  return tokens.size === 0 ? undefined : [...tokens].map((token) => `"${token}"`).join(" OR ");
};

const encodeTerm = (term: string): string => Buffer.from(term, "utf8").toString("hex");
