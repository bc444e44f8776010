// What many inspections come to, as a terminal shows it: the sums in words, then a table for each way to count.
import type { InspectionStats, Tally } from "../domain/inspection-stats.ts";
import { VERDICTS } from "../domain/verdict.ts";
import type { Words } from "./messages.ts";
import { tableText } from "./table.ts";

export const statsText = (stats: InspectionStats, words: Words): string => {
  if (stats.inspections === 0) return words.stats.none;
  const { columns, captureAlone, withoutType, unrated } = words.stats;
  const tables = [
    tallies(columns.product, stats.byProduct, ({ product }) => product ?? captureAlone),
    tallies(columns.type, stats.byType, ({ type }) => type ?? withoutType),
    tallies(columns.model, stats.byModel, ({ model }) => model),
    tallies(columns.rating, stats.byRating, ({ rating }) => rating?.toString() ?? unrated),
    tallies(columns.day, stats.byDay, ({ day }) => day),
  ];
  return [
    [...sums(stats, words), ...confirmations(stats, words)].join("\n"),
    ...tables.map((table) => tableText(table(words)).join("\n")),
  ].join("\n\n");
};

const sums = (
  { inspections, rated, meanRating, decided, overridden, overrideRate, durationMs }: InspectionStats,
  { stats: words }: Words,
): string[] => [
  words.counted(inspections),
  ...(durationMs
    ? [words.time(secondsOf(durationMs.p50), secondsOf(durationMs.p95), secondsOf(durationMs.max))]
    : []),
  ...(meanRating === undefined ? [] : [words.rated(rated, meanRating.toFixed(1))]),
  ...(overrideRate
    ? [
        words.overridden(overridden, decided, percentOf(overrideRate.rate)),
        words.interval(percentOf(overrideRate.low), percentOf(overrideRate.high)),
      ]
    : []),
];

const confirmations = ({ confirmed }: InspectionStats, { inspect: { verdicts }, stats }: Words): string[] =>
  confirmed.map(({ verdict, confirmed: to, inspections }) =>
    stats.confirmed(verdicts[verdict], verdicts[to], inspections),
  );

type Table = (words: Words) => string[][];

const tallies =
  <Row extends Tally>(title: string, rows: readonly Row[], nameOf: (row: Row) => string): Table =>
  ({ inspect: { verdicts }, stats: { columns } }) => [
    [
      title,
      columns.inspections,
      ...VERDICTS.map((kind) => verdicts[kind]),
      columns.meanRating,
      columns.overridden,
    ],
    ...rows.map((row) => [
      nameOf(row),
      String(row.inspections),
      ...VERDICTS.map((kind) => String(row.verdicts[kind])),
      row.meanRating?.toFixed(1) ?? "-",
      row.decided === 0 ? "-" : `${row.overridden}/${row.decided}`,
    ]),
  ];

const secondsOf = (durationMs: number): string => (durationMs / 1000).toFixed(durationMs < 10_000 ? 2 : 0);
const percentOf = (share: number): string => (100 * share).toFixed(1);
