// Counts over the facts of inspections. The database counts each combination of what is asked about, once; what is
// left, adding combinations up by one thing after the other, is a few rows' work.
import { sql } from "kysely";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { InspectionStats, Tally } from "../domain/inspection-stats.ts";
import { VERDICTS, type VerdictKind } from "../domain/verdict.ts";
import { wilson } from "../domain/wilson.ts";
import type { Database } from "./database.ts";
import { matching } from "./inspection-filter.ts";

export const countInspections = (database: Database, filter: InspectionFilter): InspectionStats => {
  const cells = combinations(database, filter);
  const all = tallyOf(cells);
  return {
    ...all,
    ...overrideRate(all),
    confirmed: confirmations(cells),
    ...durations(database, filter),
    byProduct: by(cells, ({ product }) => product).map(([product, tally]) => ({ product, ...tally })),
    byType: by(cells, ({ type }) => type).map(([type, tally]) => ({ type, ...tally })),
    byModel: by(modelCombinations(database, filter), (cell) => cell.model).map(([model, tally]) => ({
      model,
      ...tally,
    })),
    byRating: by(cells, ({ rating }) => rating).map(([rating, tally]) => ({ rating, ...tally })),
    byDay: by(cells, ({ day }) => day).map(([day, tally]) => ({ day, ...tally })),
  };
};

/** Inspections that are alike in all that is counted. */
interface Cell {
  readonly verdict: VerdictKind;
  readonly confirmedVerdict: VerdictKind | null;
  readonly rating: number | null;
  readonly inspections: number;
}

interface PlacedCell extends Cell {
  readonly product: string | null;
  readonly type: string | null;
  readonly day: string;
}

const COUNTED = ["verdict", "confirmedVerdict", "rating"] as const;
const inspections = sql<number>`count(*)`.as("inspections");

const combinations = (database: Database, filter: InspectionFilter): PlacedCell[] =>
  database.rows(
    matching(database.build.selectFrom("inspectionFact"), filter)
      .select([...COUNTED, "product", "type", sql`date(createdAt, 'localtime')`.as("day"), inspections])
      .groupBy([...COUNTED, "product", "type", "day"])
      .$castTo<PlacedCell>(), // verdicts and days are written by triggers out of checked records
  );

const modelCombinations = (database: Database, filter: InspectionFilter): (Cell & { model: string })[] =>
  database.rows(
    matching(database.build.selectFrom("inspectionFact"), filter)
      .innerJoin("inspectionModel", "inspectionModel.inspection", "inspectionFact.inspection")
      .select([...COUNTED, "inspectionModel.model", inspections])
      .groupBy([...COUNTED, "inspectionModel.model"])
      .$castTo<Cell & { model: string }>(),
  );

/** What many cells come to for each key, in the order of the keys, those without one first. */
const by = <C extends Cell, Key extends string | number | null>(
  cells: readonly C[],
  keyOf: (cell: C) => Key,
): [Key, Tally][] => {
  const groups = new Map<Key, C[]>();
  for (const cell of cells) groups.set(keyOf(cell), [...(groups.get(keyOf(cell)) ?? []), cell]);
  return [...groups]
    .map(([key, group]): [Key, Tally] => [key, tallyOf(group)])
    .toSorted(([one], [other]) => ((one ?? "") < (other ?? "") ? -1 : 1));
};

const tallyOf = (cells: readonly Cell[]): Tally => {
  const verdicts = { pass: 0, fail: 0, review: 0, retake: 0 };
  for (const cell of cells) verdicts[cell.verdict] += cell.inspections;
  const rated = cells.filter(({ rating }) => rating !== null);
  const decided = cells.filter(({ verdict, confirmedVerdict }) => confirmedVerdict && verdict !== "review");
  return {
    inspections: total(cells),
    verdicts,
    rated: total(rated),
    ...(rated.length > 0 && { meanRating: ratingsOf(rated) / total(rated) }),
    decided: total(decided),
    overridden: total(decided.filter(({ verdict, confirmedVerdict }) => confirmedVerdict !== verdict)),
  };
};

const total = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.inspections, 0);

const ratingsOf = (cells: readonly Cell[]): number =>
  cells.reduce((sum, { rating, inspections: count }) => sum + (rating ?? 0) * count, 0);

const overrideRate = ({ decided, overridden }: Tally): Pick<InspectionStats, "overrideRate"> =>
  decided === 0 ? {} : { overrideRate: { rate: overridden / decided, ...wilson(overridden, decided) } };

const confirmations = (cells: readonly Cell[]): InspectionStats["confirmed"] =>
  VERDICTS.flatMap((verdict) =>
    VERDICTS.map((confirmed) => ({
      verdict,
      confirmed,
      inspections: total(
        cells.filter((cell) => cell.verdict === verdict && cell.confirmedVerdict === confirmed),
      ),
    })),
  ).filter((counted) => counted.inspections > 0);

/** The smallest time that so many percent do not exceed. */
const durations = (database: Database, filter: InspectionFilter): Pick<InspectionStats, "durationMs"> => {
  const ranked = matching(database.build.selectFrom("inspectionFact"), filter).select([
    "durationMs",
    sql<number>`row_number() OVER (ORDER BY durationMs)`.as("rank"),
    sql<number>`count(*) OVER ()`.as("count"),
  ]);
  const nearest = (percent: number) =>
    sql<number>`min(durationMs) FILTER (WHERE rank * 100 >= count * ${percent})`;
  const [durationMs] = database.rows(
    database.build
      .selectFrom(ranked.as("ranked"))
      .select([
        nearest(50).as("p50"),
        nearest(90).as("p90"),
        nearest(95).as("p95"),
        nearest(99).as("p99"),
        nearest(100).as("max"),
      ])
      .having(sql`count(*)`, ">", 0),
  );
  return durationMs ? { durationMs } : {};
};
