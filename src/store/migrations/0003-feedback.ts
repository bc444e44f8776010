import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  `CREATE TABLE feedback (
    id INTEGER PRIMARY KEY,
    inspection TEXT NOT NULL REFERENCES inspection,
    record TEXT NOT NULL
  ) STRICT`,
  "CREATE INDEX feedbackByInspection ON feedback (inspection, id)",
];

export const feedbackTable: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
