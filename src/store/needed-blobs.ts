// Every blob that a row names, found by its id in whatever column it stands: a table that is added later is looked
// through without anybody thinking of it. Inspections and finished jobs are left to the caller.
import type { BlobId } from "../domain/image-ref.ts";
import type { Database } from "./database.ts";

const BLOB_ID = /sha256:[0-9a-f]{64}/g;
const PASSED_OVER = ["inspection", "job", "jobEvent"];
/** They hold JSON as bytes: an inspection that runs names its pictures here. */
const CHECKPOINTS = ["checkpoints", "writes"];

export const blobsIn = (text: string): readonly BlobId[] => text.match(BLOB_ID) ?? [];

export const blobsNeeded = (database: Database): Set<BlobId> => {
  const needed = new Set<BlobId>();
  const note = (texts: Iterable<unknown>): void => {
    for (const text of texts) {
      const read = Buffer.isBuffer(text) ? text.toString("latin1") : String(text);
      for (const blob of blobsIn(read)) needed.add(blob);
    }
  };
  const { sqlite } = database;
  for (const { table, column } of columnsOf(database)) {
    note(
      sqlite.prepare(`SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`).pluck().iterate(),
    );
  }
  note(sqlite.prepare("SELECT input FROM job WHERE state IN ('queued', 'running')").pluck().iterate());
  return needed;
};

/** Of tables that are no index: text, and the bytes of checkpoints. */
const columnsOf = ({ sqlite }: Database): { table: string; column: string }[] => {
  const tables = sqlite
    .prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all()
    .filter((table) => !table.startsWith("sqlite_") && !PASSED_OVER.includes(table));
  return tables.flatMap((table) =>
    sqlite
      .prepare<[string], { name: string; type: string }>("SELECT name, type FROM pragma_table_info(?)")
      .all(table)
      .filter(({ type }) => type === "TEXT" || (type === "BLOB" && CHECKPOINTS.includes(table)))
      .map(({ name }) => ({ table, column: name })),
  );
};
