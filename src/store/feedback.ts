import { Feedback } from "../domain/feedback.ts";
import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import type { Store } from "./store.ts";

export const createFeedback = (database: Database): Store["feedback"] => ({
  add: async (feedback) =>
    database.transaction(() => {
      requireInspection(database, feedback.inspection);
      const row = { inspection: feedback.inspection, record: toJson(Feedback, feedback) };
      database.rows(database.build.insertInto("feedback").values(row));
    }),
  list: async (inspection) =>
    database
      .rows(
        database.build.selectFrom("feedback").selectAll().where("inspection", "=", inspection).orderBy("id"),
      )
      .map(({ id, record }) => fromJson(Feedback, record, `feedback ${id} of inspection ${inspection}`)),
});

const requireInspection = (database: Database, id: string): void => {
  const found = database.rows(database.build.selectFrom("inspection").select("id").where("id", "=", id));
  if (found.length > 0) return;
  throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
};
