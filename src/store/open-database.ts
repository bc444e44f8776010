import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import BetterSqlite from "better-sqlite3";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import { Database } from "./database.ts";
import { migrate } from "./migrations.ts";
import { asStoreError } from "./store-errors.ts";

export interface OpenDatabaseOptions {
  readonly signal?: AbortSignal;
  /** The most pages of 4 KiB that this connection lets the file grow to. */
  readonly maxPages?: number;
  /** How long opening or writing waits for another process before it ends in `store_busy`. */
  readonly busyTimeoutMs?: number;
}

const DEFAULT_BUSY_TIMEOUT_MS = 5000;
const RETRY_AFTER_MS = 20;

/** The caller closes it. Throws `store_newer`, and what store-errors.ts lists. */
export const openDatabase = async (file: string, options: OpenDatabaseOptions): Promise<Database> => {
  const { busyTimeoutMs = DEFAULT_BUSY_TIMEOUT_MS } = options;
  let sqlite: BetterSqlite.Database | undefined;
  try {
    throwIfCancelled(options.signal);
    await mkdir(dirname(file), { recursive: true });
    sqlite = new BetterSqlite(file, { timeout: 0 });
    await prepareWhenFree(sqlite, Date.now() + busyTimeoutMs, options);
    sqlite.pragma(`busy_timeout = ${busyTimeoutMs}`);
    return new Database(sqlite);
  } catch (error) {
    sqlite?.close();
    throw asStoreError(error, file);
  }
};

/**
 * Waits here and not within SQLite, which does not apply its busy timeout to a change of the journal mode, and
 * which would block the event loop, also for another opening in this process that holds the lock.
 */
const prepareWhenFree = async (
  sqlite: BetterSqlite.Database,
  deadline: number,
  { signal, maxPages }: OpenDatabaseOptions,
): Promise<void> => {
  for (;;) {
    throwIfCancelled(signal);
    try {
      return await prepare(sqlite, maxPages);
    } catch (error) {
      const named = asStoreError(error, sqlite.name);
      const isBusy = named instanceof GumsaError && named.code === "store_busy";
      if (!isBusy || Date.now() >= deadline) throw named;
    }
    await wait(RETRY_AFTER_MS);
  }
};

const prepare = async (sqlite: BetterSqlite.Database, maxPages: number | undefined): Promise<void> => {
  sqlite.pragma("journal_mode = WAL");
  sqlite.pragma("synchronous = FULL");
  sqlite.pragma("foreign_keys = ON");
  if (maxPages !== undefined) sqlite.pragma(`max_page_count = ${maxPages}`);
  await migrate(sqlite);
};
