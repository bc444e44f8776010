import { AuditEntry } from "../domain/api-key.ts";
import type { Database } from "./database.ts";
import type { Store } from "./store.ts";

export const createAudit = (database: Database): Store["audit"] => ({
  add: async (entry) => {
    database.rows(database.build.insertInto("audit").values(AuditEntry.parse(entry)));
  },
  list: async ({ limit }) =>
    database
      .rows(database.build.selectFrom("audit").selectAll().orderBy("id", "desc").limit(limit))
      .map((row) => AuditEntry.parse(row)),
});
