// All facts in the order of their time, a stretch in each turn of the event loop: a hundred thousand inspections are
// counted or searched without anyone having to wait for it.
import { setImmediate as turn } from "node:timers/promises";
import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";
import type { InspectionPlace } from "../domain/inspection-filter.ts";

/** So many are counted, or searched for words, in some ten milliseconds. */
const FACTS_A_TURN = 2000;

/** Conditions on `inspectionFact`, one a stretch: the newest facts first, or those that follow `after`. */
export async function* factStretches(
  database: Database,
  after?: InspectionPlace,
  factsATurn: number = FACTS_A_TURN,
): AsyncGenerator<RawBuilder<boolean>> {
  for (let newest = after; ; await turn()) {
    const oldest = placeBefore(database, newest, factsATurn);
    yield between(newest, oldest);
    if (!oldest) return;
    newest = oldest;
  }
}

/** The last of so many facts that follow a place; none where fewer do. */
const placeBefore = (
  database: Database,
  newest: InspectionPlace | undefined,
  count: number,
): InspectionPlace | undefined =>
  database.rows(
    database.build
      .selectFrom("inspectionFact")
      .select(["createdAt", "inspection as id"])
      .where(following(newest))
      .orderBy("createdAt", "desc")
      .orderBy("inspection", "desc")
      .offset(count - 1)
      .limit(1),
  )[0];

/** Those after a place in the order of the list, the newest first. */
export const following = (place: InspectionPlace | undefined): RawBuilder<boolean> =>
  place ? sql<boolean>`${PLACE} < (${place.createdAt}, ${place.id})` : sql<boolean>`true`;

const between = (
  newest: InspectionPlace | undefined,
  oldest: InspectionPlace | undefined,
): RawBuilder<boolean> =>
  oldest
    ? sql<boolean>`(${following(newest)} AND ${PLACE} >= (${oldest.createdAt}, ${oldest.id}))`
    : following(newest);

const PLACE = sql`(inspectionFact.createdAt, inspectionFact.inspection)`;
