import { type SelectQueryBuilder, sql } from "kysely";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { Tables } from "./schema.ts";

type Facts<Row> = SelectQueryBuilder<Tables, "inspectionFact", Row>;

/** Only the facts that meet every condition. */
export const matching = <Row>(facts: Facts<Row>, filter: InspectionFilter): Facts<Row> => {
  const { product, verdict, type, model, rating, from, to, text } = filter;
  let found = facts;
  if (product !== undefined) found = found.where("inspectionFact.product", "=", product);
  if (verdict !== undefined) found = found.where("inspectionFact.verdict", "=", verdict);
  if (type !== undefined) found = found.where("inspectionFact.type", "=", type);
  if (model !== undefined) found = found.where(hasModel(model));
  if (rating !== undefined) found = found.where("inspectionFact.rating", "=", rating);
  if (from !== undefined) found = found.where("inspectionFact.createdAt", ">=", startOf(from));
  if (to !== undefined) found = found.where("inspectionFact.createdAt", "<", endOf(to));
  if (text !== undefined) found = found.where(holdsText(text));
  return found;
};

const hasModel = (model: string) => sql<boolean>`EXISTS (
  SELECT 1 FROM inspectionModel WHERE inspection = inspectionFact.inspection AND model = ${model}
)`;

/** Korean file names come composed from one system and decomposed from another. */
const holdsText = (text: string) => {
  const [composed, decomposed] = [text.normalize("NFC"), text.normalize("NFD")];
  return sql<boolean>`EXISTS (
    SELECT 1 FROM inspectionWords WHERE inspection = inspectionFact.inspection
    AND (instr(words, lower(${composed})) > 0 OR instr(words, lower(${decomposed})) > 0)
  )`;
};

const isDay = (when: string): boolean => !when.includes("T");

const startOf = (when: string): string => new Date(isDay(when) ? `${when}T00:00` : when).toISOString();

const endOf = (when: string): string => {
  const end = new Date(isDay(when) ? `${when}T00:00` : when);
  if (isDay(when)) end.setDate(end.getDate() + 1);
  return end.toISOString();
};
