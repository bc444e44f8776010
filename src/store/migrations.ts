// Forward only. A file that holds a migration which this Gumsa does not know is left alone: an older
// program would misread it.
import type { Database as SqliteConnection } from "better-sqlite3";
import { DEFAULT_MIGRATION_TABLE, Kysely, type Migration, Migrator, SqliteDialect } from "kysely";
import { GumsaError } from "../errors.ts";
import { firstTables } from "./migrations/0001-first-tables.ts";
import { casesAndVectors } from "./migrations/0002-cases.ts";
import { feedbackTable } from "./migrations/0003-feedback.ts";
import { removedManuals } from "./migrations/0004-manuals.ts";
import { languageModels } from "./migrations/0006-language-models.ts";
import { productModels } from "./migrations/0007-product-models.ts";
import { jobTables } from "./migrations/0008-jobs.ts";
import { keyTables } from "./migrations/0009-keys.ts";
import { grounders } from "./migrations/0013-grounders.ts";
import { inspectionFacts } from "./migrations/0014-inspection-facts.ts";
import { batches } from "./migrations/0015-batches.ts";
import { webhooks } from "./migrations/0016-webhooks.ts";
import { chatThreads } from "./migrations/0017-chat-threads.ts";

/**
 * By name; those that a file lacks run in the order of their names. A file may have a later one before an earlier
 * one, as two changes are made side by side: so each builds on the first and on nothing else.
 */
const MIGRATIONS: Record<string, Migration> = {
  "0001-first-tables": firstTables,
  "0002-cases": casesAndVectors,
  "0003-feedback": feedbackTable,
  "0004-manuals": removedManuals,
  "0006-language-models": languageModels,
  "0007-product-models": productModels,
  "0008-jobs": jobTables,
  "0009-keys": keyTables,
  "0013-grounders": grounders,
  "0014-inspection-facts": inspectionFacts,
  "0015-batches": batches,
  "0016-webhooks": webhooks,
  "0017-chat-threads": chatThreads,
};

/** Brings the file up to date. One process does it, the others find it done. Throws `store_newer`. */
export const migrate = async (sqlite: SqliteConnection, migrations = MIGRATIONS): Promise<void> => {
  if (isUpToDate(sqlite, migrations)) return;
  sqlite.exec("BEGIN IMMEDIATE");
  try {
    if (!isUpToDate(sqlite, migrations)) await runMigrations(sqlite, migrations);
    sqlite.exec("COMMIT");
  } finally {
    if (sqlite.inTransaction) sqlite.exec("ROLLBACK");
  }
};

const isUpToDate = (sqlite: SqliteConnection, migrations: typeof MIGRATIONS): boolean => {
  const executed = new Set(executedMigrations(sqlite));
  const unknown = [...executed].find((name) => !(name in migrations));
  if (unknown !== undefined) {
    throw new GumsaError("store_newer", `${sqlite.name} holds migration ${unknown}, unknown to this Gumsa.`, {
      hint: "Update Gumsa, or set GUMSA_HOME to another folder.",
    });
  }
  return Object.keys(migrations).every((name) => executed.has(name));
};

const executedMigrations = (sqlite: SqliteConnection): string[] => {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = ?").get(DEFAULT_MIGRATION_TABLE);
  if (table === undefined) return [];
  return sqlite.prepare<[], string>(`SELECT name FROM ${DEFAULT_MIGRATION_TABLE}`).pluck().all();
};

const runMigrations = async (sqlite: SqliteConnection, migrations: typeof MIGRATIONS): Promise<void> => {
  const migrator = new Migrator({
    db: new Kysely<unknown>({ dialect: new SqliteDialect({ database: sqlite }) }),
    provider: { getMigrations: async () => migrations },
    allowUnorderedMigrations: true,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
};
