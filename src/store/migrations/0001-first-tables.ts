// What a migration has once created stays as it is: a change is another file.
// The index keeps its own copy of the terms: a contentless one forgets to take deleted rows out of the
// counts that BM25 weighs by. `ascii` is the plainest tokenizer; search-terms.ts tells what it gets to see.
import { type Kysely, type Migration, sql } from "kysely";

const STATEMENTS = [
  `CREATE TABLE product (
    id TEXT PRIMARY KEY,
    record TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE reference (
    id INTEGER PRIMARY KEY,
    product TEXT NOT NULL REFERENCES product ON DELETE CASCADE,
    "view" TEXT NOT NULL,
    image TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (product, "view", image)
  ) STRICT`,
  `CREATE TABLE bank (
    product TEXT NOT NULL REFERENCES product ON DELETE CASCADE,
    "view" TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (product, "view")
  ) STRICT`,
  `CREATE TABLE prototype (
    image TEXT NOT NULL,
    modelSha256 TEXT NOT NULL,
    inputLongEdgePx INTEGER NOT NULL,
    file TEXT NOT NULL,
    PRIMARY KEY (image, modelSha256, inputLongEdgePx)
  ) STRICT`,
  `CREATE TABLE manual (
    id INTEGER PRIMARY KEY,
    product TEXT NOT NULL REFERENCES product ON DELETE CASCADE,
    document TEXT NOT NULL,
    documentId TEXT NOT NULL,
    revision INTEGER NOT NULL,
    pages INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    addedAt TEXT NOT NULL,
    UNIQUE (product, document, revision),
    UNIQUE (product, documentId)
  ) STRICT`,
  "CREATE INDEX manualByDocumentId ON manual (documentId)",
  `CREATE VIEW latestManual AS
    SELECT * FROM manual WHERE revision = (
      SELECT max(revision) FROM manual AS other
      WHERE other.product = manual.product AND other.document = manual.document
    )`,
  `CREATE TABLE manualPage (
    manual INTEGER NOT NULL REFERENCES manual ON DELETE CASCADE,
    page INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (manual, page)
  ) STRICT`,
  `CREATE TABLE passage (
    id INTEGER PRIMARY KEY,
    manual INTEGER NOT NULL REFERENCES manual ON DELETE CASCADE,
    page INTEGER NOT NULL,
    headings TEXT NOT NULL,
    quotation TEXT NOT NULL
  ) STRICT`,
  "CREATE INDEX passageByManual ON passage (manual)",
  "CREATE VIRTUAL TABLE passageIndex USING fts5 (terms, tokenize = 'ascii')",
  `CREATE TABLE inspection (
    id TEXT PRIMARY KEY,
    createdAt TEXT NOT NULL,
    product TEXT,
    verdict TEXT NOT NULL,
    record TEXT NOT NULL
  ) STRICT`,
  "CREATE INDEX inspectionByTime ON inspection (createdAt)",
  "CREATE INDEX inspectionByProduct ON inspection (product, createdAt)",
];

export const firstTables: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
