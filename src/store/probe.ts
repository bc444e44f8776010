import type { Database } from "./database.ts";

/** A write that comes back from the disk, of a page that is there already. */
export const probe = (database: Database): void => {
  const values = { name: "probe", value: new Date().toISOString() };
  database.rows(
    database.build
      .insertInto("choice")
      .values(values)
      .onConflict((conflict) => conflict.column("name").doUpdateSet(values)),
  );
};
