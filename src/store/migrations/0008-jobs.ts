import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  `CREATE TABLE job (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    batch TEXT,
    client TEXT NOT NULL,
    lane TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    input TEXT NOT NULL,
    requestKey TEXT,
    requestHash TEXT,
    progress TEXT,
    error TEXT,
    createdAt TEXT NOT NULL,
    notBefore TEXT NOT NULL,
    startedAt TEXT,
    endedAt TEXT,
    worker TEXT,
    leaseUntil TEXT
  ) STRICT`,
  "CREATE INDEX jobByState ON job (state, lane, seq)",
  "CREATE UNIQUE INDEX jobByRequestKey ON job (client, requestKey) WHERE requestKey IS NOT NULL",
  "CREATE INDEX jobBySubject ON job (subject, seq)",
  "CREATE INDEX jobByBatch ON job (batch, seq) WHERE batch IS NOT NULL",
  `CREATE TABLE jobEvent (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    data TEXT NOT NULL
  ) STRICT`,
  "CREATE INDEX jobEventByJob ON jobEvent (job, seq)",
];

export const jobTables: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
