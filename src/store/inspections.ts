import type { RawBuilder } from "kysely";
import { Inspection } from "../domain/inspection.ts";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { Database } from "./database.ts";
import { factStretches, following } from "./fact-stretches.ts";
import { matching } from "./inspection-filter.ts";
import { countInspections } from "./inspection-stats.ts";
import { fromJson, toJson } from "./json-column.ts";
import type { InspectionWindow, Store } from "./store.ts";

export const createInspections = (database: Database): Store["inspections"] => ({
  add: async (inspection) => addInspection(database, inspection),
  get: async (id) => {
    const [row] = database.rows(database.build.selectFrom("inspection").selectAll().where("id", "=", id));
    return row && inspectionOf(row);
  },
  list: async ({ limit, after, ...filter }) => listInspections(database, filter, { limit, after }),
  stats: async (filter) => countInspections(database, filter),
});

/** Only words are searched for in stretches: all else is found by an index or in a moment. */
const listInspections = async (
  database: Database,
  filter: InspectionFilter,
  { limit, after }: InspectionWindow,
): Promise<Inspection[]> => {
  if (filter.text === undefined) return page(database, filter, { limit, stretch: following(after) });
  const found: Inspection[] = [];
  for await (const stretch of factStretches(database, after)) {
    found.push(...page(database, filter, { limit: limit - found.length, stretch }));
    if (found.length === limit) break;
  }
  return found;
};

const page = (
  database: Database,
  filter: InspectionFilter,
  { limit, stretch }: { limit: number; stretch: RawBuilder<boolean> },
): Inspection[] => {
  const places = matching(database.build.selectFrom("inspectionFact"), filter)
    .where(stretch)
    .select("inspectionFact.inspection as id")
    .orderBy("inspectionFact.createdAt", "desc")
    .orderBy("inspectionFact.inspection", "desc")
    .limit(limit);
  return database
    .rows(
      database.build
        .selectFrom("inspection")
        .innerJoin(places.as("place"), "place.id", "inspection.id")
        .select(["inspection.id", "inspection.record"])
        .orderBy("inspection.createdAt", "desc")
        .orderBy("inspection.id", "desc"),
    )
    .map(inspectionOf);
};

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
