// One connection to the file. Kysely writes the statements, `rows` runs them at once: a transaction is over
// within one turn of the event loop. So the checkpointer, which shares the connection, can never slip into
// another's transaction, and waiting for a lock never keeps its own holder from going on.
import type { Database as SqliteConnection } from "better-sqlite3";
import { type Compilable, Kysely, SqliteDialect } from "kysely";
import type { Tables } from "./schema.ts";
import { withStoreErrors } from "./store-errors.ts";

export class Database implements Disposable {
  readonly sqlite: SqliteConnection;
  /** Builds statements for `rows`. */
  readonly build: Kysely<Tables>;

  constructor(sqlite: SqliteConnection) {
    this.sqlite = sqlite;
    this.build = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) });
  }

  get file(): string {
    return this.sqlite.name;
  }

  /** Runs the statement; empty where it returns nothing. */
  rows<Row>(statement: Compilable<Row>): Row[] {
    const { sql, parameters } = statement.compile();
    return withStoreErrors(this.file, () => {
      const prepared = this.sqlite.prepare<unknown[], Row>(sql);
      if (prepared.reader) return prepared.all(...parameters);
      prepared.run(...parameters);
      return [];
    });
  }

  /** All of the work or none. Takes the write lock first, so that what it reads stays true until it is done. */
  transaction<Result>(work: () => Result): Result {
    return withStoreErrors(this.file, () => this.sqlite.transaction(work).immediate());
  }

  [Symbol.dispose](): void {
    this.sqlite.close();
  }
}
