// What boxes for phrases stand on: patches of known defects, and what good pictures score.
import { type Kysely, type Migration, sql } from "kysely";

export const grounders: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        `CREATE TABLE grounder (
          product TEXT NOT NULL REFERENCES product ON DELETE CASCADE,
          view TEXT NOT NULL,
          grounder TEXT NOT NULL,
          record TEXT NOT NULL,
          PRIMARY KEY (product, view, grounder)
        ) STRICT`,
      )
      .execute(database);
  },
};
