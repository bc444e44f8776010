// Known defect cases, and the feature vectors by which cases and good pictures are found. Vectors hang on what
// they describe by its name, not by a key: they are derived, and made again where they are missing.
// `id` is never given twice, so that a label in an index file names one vector for ever. The generation counts
// every change of a set; it outlives the product, so that no old index file can be taken for a new one.
import { type Kysely, type Migration, sql } from "kysely";

const countChange = (event: "INSERT" | "DELETE", row: "NEW" | "OLD"): string =>
  `CREATE TRIGGER vectorSetAfter${event} AFTER ${event} ON vector BEGIN
    INSERT INTO vectorSet (product, "view", "set", generation)
    VALUES (${row}.product, ${row}."view", ${row}."set", 1)
    ON CONFLICT DO UPDATE SET generation = generation + 1;
  END`;

const STATEMENTS = [
  `CREATE TABLE defectCase (
    id TEXT PRIMARY KEY,
    product TEXT NOT NULL REFERENCES product ON DELETE CASCADE,
    "view" TEXT NOT NULL,
    type TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT`,
  'CREATE INDEX defectCaseByProduct ON defectCase (product, "view")',
  `CREATE TABLE caseSequence (
    product TEXT NOT NULL,
    type TEXT NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (product, type)
  ) STRICT`,
  `CREATE TABLE vector (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    product TEXT NOT NULL REFERENCES product ON DELETE CASCADE,
    "view" TEXT NOT NULL,
    "set" TEXT NOT NULL,
    item TEXT NOT NULL,
    part TEXT NOT NULL,
    recipe TEXT NOT NULL,
    numbers BLOB NOT NULL,
    UNIQUE (product, "view", "set", item, part)
  ) STRICT`,
  `CREATE TABLE vectorSet (
    product TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "set" TEXT NOT NULL,
    generation INTEGER NOT NULL,
    PRIMARY KEY (product, "view", "set")
  ) STRICT`,
  countChange("INSERT", "NEW"),
  countChange("DELETE", "OLD"),
];

export const casesAndVectors: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
