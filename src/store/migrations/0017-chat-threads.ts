// Which conversations there are about an inspection. What was said in them lies in the checkpoints.
import { type Kysely, type Migration, sql } from "kysely";

export const chatThreads: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    await sql
      .raw(
        `CREATE TABLE chatThread (
          id TEXT PRIMARY KEY,
          inspection TEXT NOT NULL REFERENCES inspection ON DELETE CASCADE,
          record TEXT NOT NULL
        ) STRICT`,
      )
      .execute(database);
    await sql.raw("CREATE INDEX chatThreadOfInspection ON chatThread (inspection, id)").execute(database);
  },
};
