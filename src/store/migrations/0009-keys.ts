import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  `CREATE TABLE apiKey (
    name TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    secretHash TEXT NOT NULL UNIQUE,
    createdAt TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    status INTEGER NOT NULL
  ) STRICT`,
];

export const keyTables: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
