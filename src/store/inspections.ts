import { Inspection } from "../domain/inspection.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import type { Store } from "./store.ts";

export const createInspections = (database: Database): Store["inspections"] => ({
  add: async (inspection) => addInspection(database, inspection),
  get: async (id) => {
    const [row] = database.rows(database.build.selectFrom("inspection").selectAll().where("id", "=", id));
    return row && inspectionOf(row);
  },
  list: async ({ product, verdict, limit }) => {
    let newest = database.build.selectFrom("inspection").selectAll();
    if (product !== undefined) newest = newest.where("product", "=", product);
    if (verdict !== undefined) newest = newest.where("verdict", "=", verdict);
    return database
      .rows(newest.orderBy("createdAt", "desc").orderBy("id", "desc").limit(limit))
      .map(inspectionOf);
  },
});

/** A graph that is resumed after a crash may record twice: the record that is there is frozen and stays. */
const addInspection = (database: Database, inspection: Inspection): void => {
  const { id, createdAt, product, verdict } = inspection;
  const row = { id, createdAt, product, verdict: verdict.kind, record: toJson(Inspection, inspection) };
  database.rows(
    database.build
      .insertInto("inspection")
      .values(row)
      .onConflict((conflict) => conflict.doNothing()),
  );
};

const inspectionOf = ({ id, record }: { id: string; record: string }): Inspection =>
  fromJson(Inspection, record, `inspection ${id}`);
