// Which inspections are old enough to go, and which blobs nothing else needs. What a person confirmed is never due.
import { sql } from "kysely";
import type { BlobId } from "../domain/image-ref.ts";
import { Inspection } from "../domain/inspection.ts";
import { RetentionRules } from "../domain/retention.ts";
import type { VerdictKind } from "../domain/verdict.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { blobsIn, blobsNeeded } from "./needed-blobs.ts";
import { asStoreError } from "./store-errors.ts";

export interface Due {
  readonly verdict: VerdictKind;
  /** Recorded before. */
  readonly before: string;
  /** Leaves out those whose pictures were deleted already. */
  readonly hasPictures: boolean;
}

export interface RetentionStore {
  /** None where none were set. */
  rules(): Promise<RetentionRules>;
  setRules(rules: RetentionRules): Promise<void>;
  /** The oldest first. */
  due(due: Due): Promise<string[]>;
  /** What records other than these name. Takes its time, and lets others write meanwhile. */
  blobsOfOthers(inspections: ReadonlySet<string>): Promise<ReadonlySet<BlobId>>;
  /** What products, cases, references, indexes and unfinished work need at this moment. */
  blobsNeeded(): Promise<ReadonlySet<BlobId>>;
  /** Writes into the record that these are gone. */
  markDeleted(id: string, deleted: NonNullable<Inspection["deleted"]>): Promise<void>;
  /** False where something else still points to it. */
  remove(id: string): Promise<boolean>;
}

const NO_RULES: RetentionRules = { pictures: {}, inspections: {} };
const CHOICE = "retention";
const RECORDS_AT_ONCE = 200;

export const createRetention = (database: Database): RetentionStore => ({
  rules: async () => {
    const [row] = database.rows(
      database.build.selectFrom("choice").select("value").where("name", "=", CHOICE),
    );
    return row ? fromJson(RetentionRules, row.value, "retention rules") : NO_RULES;
  },
  setRules: async (rules) => {
    const values = { name: CHOICE, value: toJson(RetentionRules, rules) };
    database.rows(
      database.build
        .insertInto("choice")
        .values(values)
        .onConflict((conflict) => conflict.column("name").doUpdateSet(values)),
    );
  },
  due: async (due) => dueInspections(database, due),
  blobsOfOthers: (inspections) => blobsOfOthers(database, inspections),
  blobsNeeded: async () => blobsNeeded(database),
  markDeleted: async (id, deleted) => markDeleted(database, id, deleted),
  remove: async (id) => removeInspection(database, id),
});

const dueInspections = (database: Database, { verdict, before, hasPictures }: Due): string[] => {
  let found = database.build
    .selectFrom("inspection")
    .select("id")
    .where("verdict", "=", verdict)
    .where("createdAt", "<", before)
    .where(sql<boolean>`NOT EXISTS (
      SELECT 1 FROM feedback WHERE feedback.inspection = inspection.id
        AND coalesce(
          json_extract(feedback.record, '$.verdict'), json_extract(feedback.record, '$.type'),
          json_extract(feedback.record, '$.caseId')
        ) IS NOT NULL
    )`);
  if (hasPictures) found = found.where(sql<boolean>`json_extract(record, '$.deleted') IS NULL`);
  return database.rows(found.orderBy("createdAt")).map(({ id }) => id);
};

const blobsOfOthers = async (
  database: Database,
  inspections: ReadonlySet<string>,
): Promise<ReadonlySet<BlobId>> => {
  const named = new Set<BlobId>();
  let last = "";
  for (;;) {
    const rows = database.rows(
      database.build
        .selectFrom("inspection")
        .select(["id", "record"])
        .where("id", ">", last)
        .orderBy("id")
        .limit(RECORDS_AT_ONCE),
    );
    for (const { id, record } of rows) {
      if (!inspections.has(id)) for (const blob of blobsIn(record)) named.add(blob);
    }
    last = rows.at(-1)?.id ?? last;
    if (rows.length < RECORDS_AT_ONCE) return named;
    await new Promise((resolve) => setImmediate(resolve)); // answers go on meanwhile
  }
};

const markDeleted = (database: Database, id: string, deleted: NonNullable<Inspection["deleted"]>): void =>
  database.transaction(() => {
    const [row] = database.rows(
      database.build.selectFrom("inspection").select("record").where("id", "=", id),
    );
    if (row === undefined) return;
    const inspection = fromJson(Inspection, row.record, `inspection ${id}`);
    const record = toJson(Inspection, { ...inspection, deleted });
    database.rows(database.build.updateTable("inspection").set({ record }).where("id", "=", id));
  });

const removeInspection = (database: Database, id: string): boolean => {
  try {
    database.transaction(() => {
      database.rows(database.build.deleteFrom("job").where("subject", "=", id).where("kind", "=", "inspect"));
      database.sqlite.prepare("DELETE FROM inspection WHERE id = ?").run(id);
    });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "SQLITE_CONSTRAINT_FOREIGNKEY")
      return false;
    throw asStoreError(error, database.file);
  }
};
