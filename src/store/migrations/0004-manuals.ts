// A manual that is removed stays as a row: its revision number is never given to other bytes, and reports that
// cite it go on to name it. The form of passages indexed before is not known.
import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  "DROP VIEW latestManual",
  "ALTER TABLE manual ADD COLUMN removedAt TEXT",
  "ALTER TABLE passage ADD COLUMN form TEXT",
  `CREATE VIEW latestManual AS
    SELECT * FROM manual WHERE removedAt IS NULL AND revision = (
      SELECT max(revision) FROM manual AS other
      WHERE other.product = manual.product AND other.document = manual.document AND other.removedAt IS NULL
    )`,
];

export const removedManuals: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
