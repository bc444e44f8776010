// LangGraph's own SQLite checkpointer on the store's connection, with the store's errors.
import { SqliteSaver } from "@langchain/langgraph-checkpoint-sqlite";
import type { Database as SqliteConnection } from "better-sqlite3";
import { asStoreError, withStoreErrorsAsync } from "./store-errors.ts";

export class StoreCheckpointer extends SqliteSaver {
  readonly #file: string;

  constructor(sqlite: SqliteConnection) {
    super(sqlite);
    this.#file = sqlite.name;
  }

  override getTuple(...args: Parameters<SqliteSaver["getTuple"]>): ReturnType<SqliteSaver["getTuple"]> {
    return withStoreErrorsAsync(this.#file, () => super.getTuple(...args));
  }

  override async *list(...args: Parameters<SqliteSaver["list"]>): ReturnType<SqliteSaver["list"]> {
    try {
      yield* super.list(...args);
    } catch (error) {
      throw asStoreError(error, this.#file);
    }
  }

  override put(...args: Parameters<SqliteSaver["put"]>): ReturnType<SqliteSaver["put"]> {
    return withStoreErrorsAsync(this.#file, () => super.put(...args));
  }

  override putWrites(...args: Parameters<SqliteSaver["putWrites"]>): Promise<void> {
    return withStoreErrorsAsync(this.#file, () => super.putWrites(...args));
  }

  /** The one method of SqliteSaver that does not look first whether its tables are there. */
  override deleteThread(threadId: string): Promise<void> {
    return withStoreErrorsAsync(this.#file, async () => {
      this.setup();
      await super.deleteThread(threadId);
    });
  }
}
