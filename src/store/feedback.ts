import { sql } from "kysely";
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
  ofType: async (product, type) =>
    database
      .rows(
        database.build
          .selectFrom("feedback")
          .innerJoin("inspection", "inspection.id", "feedback.inspection")
          .where("inspection.product", "=", product)
          .where(defectTypeOf, "=", type)
          .where(confirmedVerdict, "is not", "pass")
          .select(["feedback.id", "feedback.record"])
          .orderBy("feedback.id"),
      )
      .map(({ id, record }) => fromJson(Feedback, record, `feedback ${id} on ${type} of ${product}`)),
});

const confirmedVerdict = sql<string | null>`json_extract(feedback.record, '$.verdict')`;

/** Confirmed by a person, else suspected by the inspection. */
const defectTypeOf = sql<string | null>`coalesce(
  json_extract(feedback.record, '$.type'),
  (SELECT json_extract(value, '$.defectType') FROM json_each(inspection.record, '$.evidence')
    WHERE json_extract(value, '$.kind') = 'similarity')
)`;

const requireInspection = (database: Database, id: string): void => {
  const found = database.rows(database.build.selectFrom("inspection").select("id").where("id", "=", id));
  if (found.length > 0) return;
  throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
};
