import { existsSync } from "node:fs";
import BetterSqlite from "better-sqlite3";
import { GumsaError } from "../errors.ts";
import { asStoreError } from "./store-errors.ts";

/**
 * Throws `store_busy` while any process has the file open. Whoever has it open shares a lock on it as long as it has a
 * write-ahead log; to leave that mode takes the lock of them all. A file that is not there, or that nobody can read, is
 * used by nobody.
 */
export const requireUnusedFile = (file: string): void => {
  if (!existsSync(file)) return;
  try {
    using sqlite = opened(file);
    sqlite.connection.pragma("journal_mode = DELETE");
  } catch (error) {
    const named = asStoreError(error, file);
    if (!(named instanceof GumsaError)) throw error;
    if (named.code !== "store_busy") return;
    throw new GumsaError("store_busy", `A process uses ${file}.`, {
      hint: "stop the service first",
      cause: error,
    });
  }
};

const opened = (file: string): Disposable & { readonly connection: BetterSqlite.Database } => {
  const connection = new BetterSqlite(file, { fileMustExist: true, timeout: 0 });
  return { connection, [Symbol.dispose]: () => void connection.close() };
};
