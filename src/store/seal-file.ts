import BetterSqlite from "better-sqlite3";
import { GumsaError } from "../errors.ts";
import { withStoreErrors } from "./store-errors.ts";

/**
 * Makes a copy that nobody uses one whole file, without a write-ahead log beside it, and reads every page and index of
 * it. Throws `store_damaged`.
 */
export const sealDatabaseFile = (file: string): void => {
  const found = withStoreErrors(file, () => {
    const sqlite = new BetterSqlite(file, { fileMustExist: true });
    try {
      sqlite.pragma("journal_mode = DELETE");
      return sqlite.pragma("integrity_check", { simple: true });
    } finally {
      sqlite.close();
    }
  });
  if (found !== "ok") throw new GumsaError("store_damaged", `There is damage in ${file}: ${found}.`);
};
