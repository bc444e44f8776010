import { type Kysely, type Migration, sql } from "kysely";

/** What belongs to a batch are the jobs that name it. */
const STATEMENTS = [
  `CREATE TABLE batch (
    id TEXT PRIMARY KEY,
    createdAt TEXT NOT NULL,
    client TEXT NOT NULL,
    requestKey TEXT,
    requestHash TEXT
  ) STRICT`,
  "CREATE UNIQUE INDEX batchByRequestKey ON batch (client, requestKey) WHERE requestKey IS NOT NULL",
];

export const batches: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
