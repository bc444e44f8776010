// What inspections are searched and counted by, out of their records and of what people said about them, so that
// neither a list nor a count reads records. Views say what they are; triggers keep the tables equal to them.
import { type Kysely, type Migration, sql } from "kysely";

const latest = (path: string): string =>
  `(SELECT json_extract(feedback.record, '${path}') FROM feedback
    WHERE feedback.inspection = inspection.id AND json_extract(feedback.record, '${path}') IS NOT NULL
    ORDER BY feedback.id DESC LIMIT 1)`;

const texts = (path: string): string =>
  `SELECT atom FROM json_tree(inspection.record, '${path}') WHERE type = 'text'`;

const MODELS = `
  SELECT inspection.id, substr(version.key, 7) FROM inspection, json_each(inspection.record, '$.versions') AS version
  WHERE version.key LIKE 'model:%'
  UNION
  SELECT id, json_extract(record, '$.report.writer') FROM inspection`;

const STATEMENTS = [
  `CREATE TABLE inspectionFact (
    inspection TEXT PRIMARY KEY REFERENCES inspection ON DELETE CASCADE,
    createdAt TEXT NOT NULL,
    product TEXT,
    verdict TEXT NOT NULL,
    suspectedType TEXT,
    confirmedType TEXT,
    confirmedVerdict TEXT,
    rating INTEGER,
    durationMs REAL NOT NULL,
    type TEXT GENERATED ALWAYS AS (
      CASE WHEN confirmedVerdict = 'pass' THEN NULL ELSE coalesce(confirmedType, suspectedType) END
    ) VIRTUAL
  ) STRICT`,
  `CREATE TABLE inspectionWords (
    inspection TEXT PRIMARY KEY REFERENCES inspection ON DELETE CASCADE,
    words TEXT NOT NULL
  ) STRICT`,
  `CREATE TABLE inspectionModel (
    model TEXT NOT NULL,
    inspection TEXT NOT NULL REFERENCES inspection ON DELETE CASCADE,
    PRIMARY KEY (inspection, model)
  ) STRICT, WITHOUT ROWID`,
  `CREATE VIEW inspectionFactNow AS SELECT
    inspection.id AS inspection,
    inspection.createdAt,
    inspection.product,
    inspection.verdict,
    (SELECT json_extract(value, '$.defectType') FROM json_each(inspection.record, '$.evidence')
      WHERE json_extract(value, '$.kind') = 'similarity') AS suspectedType,
    ${latest("$.type")} AS confirmedType,
    ${latest("$.verdict")} AS confirmedVerdict,
    ${latest("$.rating")} AS rating,
    coalesce(json_extract(inspection.record, '$.timingsMs.total'), 0.0) AS durationMs
  FROM inspection`,
  `CREATE VIEW inspectionWordsNow AS SELECT
    inspection.id AS inspection,
    (SELECT lower(group_concat(atom, char(10))) FROM (
      SELECT inspection.id AS atom
      UNION ALL SELECT json_extract(value, '$.fileName') FROM json_each(inspection.record, '$.images')
      UNION ALL ${texts("$.metadata")}
      UNION ALL SELECT json_extract(inspection.record, '$.report.summary.text')
      UNION ALL ${texts("$.report.sections")}
      UNION ALL SELECT json_extract(feedback.record, '$.action') FROM feedback
        WHERE feedback.inspection = inspection.id
    )) AS words
  FROM inspection`,
  "CREATE INDEX inspectionFactByTime ON inspectionFact (createdAt, inspection)",
  "CREATE INDEX inspectionFactByProduct ON inspectionFact (product, createdAt, inspection)",
  "INSERT INTO inspectionFact SELECT * FROM inspectionFactNow",
  "INSERT INTO inspectionWords SELECT * FROM inspectionWordsNow",
  `INSERT INTO inspectionModel (inspection, model) ${MODELS}`,
  `CREATE TRIGGER inspectionFactAfterInspection AFTER INSERT ON inspection BEGIN
    INSERT INTO inspectionFact SELECT * FROM inspectionFactNow WHERE inspection = NEW.id;
    INSERT INTO inspectionWords SELECT * FROM inspectionWordsNow WHERE inspection = NEW.id;
    INSERT INTO inspectionModel (inspection, model) SELECT * FROM (${MODELS}) WHERE id = NEW.id;
  END`,
  `CREATE TRIGGER inspectionFactAfterFeedback AFTER INSERT ON feedback BEGIN
    DELETE FROM inspectionFact WHERE inspection = NEW.inspection;
    INSERT INTO inspectionFact SELECT * FROM inspectionFactNow WHERE inspection = NEW.inspection;
    DELETE FROM inspectionWords WHERE inspection = NEW.inspection;
    INSERT INTO inspectionWords SELECT * FROM inspectionWordsNow WHERE inspection = NEW.inspection;
  END`,
];

/** Builds on the table of feedback as well as on the first. */
export const inspectionFacts: Migration = {
  up: async (database: Kysely<unknown>): Promise<void> => {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
  },
};
