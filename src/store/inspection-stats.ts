// Counts over the facts of inspections. The database counts each combination of what is asked about, stretch by stretch;
// what is left, adding combinations up by one thing after the other, is a few rows' work.
import { type SelectQueryBuilder, sql } from "kysely";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { InspectionStats, Tally } from "../domain/inspection-stats.ts";
import { VERDICTS, type VerdictKind } from "../domain/verdict.ts";
import { wilson } from "../domain/wilson.ts";
import type { Database } from "./database.ts";
import { factStretches } from "./fact-stretches.ts";
import { matching } from "./inspection-filter.ts";
import type { Tables } from "./schema.ts";

export const countInspections = async (
  database: Database,
  filter: InspectionFilter,
): Promise<InspectionStats> => {
  const cells: PlacedCell[] = [];
  const modelCells: ModelCell[] = [];
  const timesMs: number[] = [];
  for await (const stretch of factStretches(database)) {
    const facts = matching(database.build.selectFrom("inspectionFact"), filter).where(stretch);
    cells.push(...combinations(database, facts));
    modelCells.push(...modelCombinations(database, facts));
    timesMs.push(...durations(database, facts));
  }
  const all = tallyOf(cells);
  return {
    ...all,
    ...overrideRate(all),
    confirmed: confirmations(cells),
    ...nearestRanks(timesMs),
    byProduct: by(cells, ({ product }) => product).map(([product, tally]) => ({ product, ...tally })),
    byType: by(cells, ({ type }) => type).map(([type, tally]) => ({ type, ...tally })),
    byModel: by(modelCells, ({ model }) => model).map(([model, tally]) => ({ model, ...tally })),
    byRating: by(cells, ({ rating }) => rating).map(([rating, tally]) => ({ rating, ...tally })),
    byDay: by(cells, ({ day }) => day).map(([day, tally]) => ({ day, ...tally })),
  };
};

type Facts = SelectQueryBuilder<Tables, "inspectionFact", object>;

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

interface ModelCell extends Cell {
  readonly model: string;
}

const COUNTED = ["verdict", "confirmedVerdict", "rating"] as const;
const inspections = sql<number>`count(*)`.as("inspections");

const combinations = (database: Database, facts: Facts): PlacedCell[] =>
  database.rows(
    facts
      .select([...COUNTED, "product", "type", sql`date(createdAt, 'localtime')`.as("day"), inspections])
      .groupBy([...COUNTED, "product", "type", "day"])
      .$castTo<PlacedCell>(), // verdicts and days are written by triggers out of checked records
  );

const modelCombinations = (database: Database, facts: Facts): ModelCell[] =>
  database.rows(
    facts
      .innerJoin("inspectionModel", "inspectionModel.inspection", "inspectionFact.inspection")
      .select([...COUNTED, "inspectionModel.model", inspections])
      .groupBy([...COUNTED, "inspectionModel.model"])
      .$castTo<ModelCell>(),
  );

const durations = (database: Database, facts: Facts): number[] =>
  database.rows(facts.select("durationMs")).map(({ durationMs }) => durationMs);

/** What many cells come to for each key, in the order of the keys, those without one first. */
const by = <C extends Cell, Key extends string | number | null>(
  cells: readonly C[],
  keyOf: (cell: C) => Key,
): [Key, Tally][] => {
  const groups = new Map<Key, C[]>();
  for (const cell of cells) {
    const group = groups.get(keyOf(cell));
    if (group) group.push(cell);
    else groups.set(keyOf(cell), [cell]);
  }
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
const nearestRanks = (timesMs: readonly number[]): Pick<InspectionStats, "durationMs"> => {
  const sorted = Float64Array.from(timesMs).sort();
  const nearest = (percent: number): number => sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;
  if (sorted.length === 0) return {};
  return {
    durationMs: { p50: nearest(50), p90: nearest(90), p95: nearest(95), p99: nearest(99), max: nearest(100) },
  };
};
