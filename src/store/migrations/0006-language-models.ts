import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  "CREATE TABLE choice (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
  `CREATE TABLE canary (
    digest TEXT NOT NULL,
    server TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (digest, server)
  ) STRICT`,
  "CREATE TABLE adapter (name TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT",
];

export const languageModels: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
