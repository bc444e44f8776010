// What a product was built with before its model was changed, so that the change can be taken back.
import { type Kysely, type Migration, sql } from "kysely";

export const productModels: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        `CREATE TABLE formerModel (
          product TEXT PRIMARY KEY REFERENCES product ON DELETE CASCADE,
          record TEXT NOT NULL
        ) STRICT`,
      )
      .execute(database);
  },
};
