// The figures of `latency`: quantiles of an inspection and of each node, cold and warm, and how many a second.
import { z } from "zod";
import { type Figure, figure, noFigure } from "../../metrics/figure.ts";
import { quantile } from "../../metrics/quantile.ts";
import type { FigureKind, Measured, SuiteFigure } from "../../suite.ts";

const Memory = { peakMemoryBytes: z.number() };

/** One inspection with nothing beside it. */
export const TimedInspection = z.object({
  /** By graph node. */
  nodesMs: z.record(z.string(), z.number()),
  totalMs: z.number(),
  /** One bare run of the network, right after. */
  networkMs: z.number(),
  /** The longest that nothing else could run meanwhile. */
  heldMs: z.number(),
  ...Memory,
});
export type TimedInspection = z.infer<typeof TimedInspection>;

export const LatencyResult = z.discriminatedUnion("kind", [
  TimedInspection.extend({
    /** `cold`: the first inspection after a start. */
    kind: z.enum(["cold", "warm"]),
  }),
  z.object({
    kind: z.literal("throughput"),
    atOnce: z.int(),
    inspections: z.int(),
    durationMs: z.number(),
    ...Memory,
  }),
]);
export type LatencyResult = z.infer<typeof LatencyResult>;

const ms = (ko: string, en: string, isHeadline?: true): FigureKind => ({
  label: { ko, en },
  unit: "ms",
  better: "lower",
  ...(isHeadline && { isHeadline }),
});

export const LATENCY_FIGURES: Readonly<Record<string, FigureKind>> = {
  p50Ms: ms("중앙값 (p50)", "median (p50)", true),
  p95Ms: ms("p95", "p95", true),
  p99Ms: ms("p99", "p99", true),
  coldMs: ms("시작 직후 첫 검사 (중앙값)", "first inspection after a start (median)"),
  networkMs: ms("신경망만 실행 (중앙값)", "bare network (median)"),
  ratioToNetwork: {
    label: { ko: "신경망만 실행한 시간의 배수", en: "inspection ÷ bare network" },
    unit: "ratio",
    better: "lower",
  },
  heldMs: ms("이벤트 루프 최대 정지 (p95)", "event loop held at most (p95)"),
  perSecond: {
    label: { ko: "초당 검사", en: "inspections a second" },
    unit: "perSecond",
    better: "higher",
    isHeadline: true,
  },
  peakMemoryBytes: { label: { ko: "최대 메모리", en: "peak memory" }, unit: "bytes", better: "lower" },
};

export const scoreLatency = (measured: readonly Measured<LatencyResult>[]): SuiteFigure[] => {
  const results = measured.map(({ result }) => result);
  const timed = results.filter((result) => result.kind !== "throughput");
  const [warm, cold] = [
    timed.filter(({ kind }) => kind === "warm"),
    timed.filter(({ kind }) => kind === "cold"),
  ];
  const throughput = results.filter((result) => result.kind === "throughput");
  return [
    ...speedFigures(warm),
    one(
      "coldMs",
      cold.map(({ totalMs }) => totalMs),
      0.5,
    ),
    memoryFigure(results),
    ...nodeFigures("warm", warm),
    ...nodeFigures("cold", cold),
    ...[...new Set(throughput.map(({ atOnce }) => atOnce))]
      .sort((a, b) => a - b)
      .map((atOnce) => {
        const own = throughput.filter((result) => result.atOnce === atOnce);
        const durationMs = own.reduce((sum, result) => sum + result.durationMs, 0);
        const count = own.reduce((sum, result) => sum + result.inspections, 0);
        return {
          name: "perSecond",
          scope: ["atOnce", `${atOnce}`],
          count,
          value: (1000 * count) / durationMs,
        };
      }),
  ];
};

/** Of inspections that ran with nothing beside them. */
export const speedFigures = (timed: readonly TimedInspection[]): SuiteFigure[] => {
  const totals = timed.map(({ totalMs }) => totalMs);
  const network = timed.map(({ networkMs }) => networkMs);
  return [
    ...quantilesOf(totals, []),
    one("networkMs", network, 0.5),
    { name: "ratioToNetwork", scope: [], count: timed.length, ...ratioOf(totals, network) },
    one(
      "heldMs",
      timed.map(({ heldMs }) => heldMs),
      0.95,
    ),
  ];
};

/** The highest of the run. */
export const memoryFigure = (results: readonly { readonly peakMemoryBytes: number }[]): SuiteFigure => ({
  name: "peakMemoryBytes",
  scope: [],
  count: results.length,
  isExact: true,
  ...(results.length === 0
    ? noFigure("nothing was timed")
    : figure(Math.max(...results.map(({ peakMemoryBytes }) => peakMemoryBytes)))),
});

const nodeFigures = (kind: string, timed: readonly TimedInspection[]): SuiteFigure[] => {
  const nodes = [...new Set(timed.flatMap(({ nodesMs }) => Object.keys(nodesMs)))].sort();
  return nodes.flatMap((node) =>
    quantilesOf(
      timed.flatMap(({ nodesMs }) => nodesMs[node] ?? []),
      [kind, node],
    ),
  );
};

const SHARES = { p50Ms: 0.5, p95Ms: 0.95, p99Ms: 0.99 } as const;

const quantilesOf = (times: readonly number[], scope: readonly string[]): SuiteFigure[] =>
  Object.entries(SHARES).map(([name, share]) => ({ ...one(name, times, share), scope }));

const one = (name: string, times: readonly number[], share: number): SuiteFigure => ({
  name,
  scope: [],
  count: times.length,
  ...quantileOf(times, share),
});

const quantileOf = (times: readonly number[], share: number): Figure =>
  times.length === 0
    ? noFigure("nothing was timed")
    : figure(
        quantile(
          times.toSorted((a, b) => a - b),
          share,
        ),
      );

/** Of the medians: both were measured in turn, in the same run. */
const ratioOf = (totals: readonly number[], network: readonly number[]): Figure => {
  const [whole, bare] = [quantileOf(totals, 0.5), quantileOf(network, 0.5)];
  if (whole.value === null) return whole;
  return bare.value === null ? bare : figure(whole.value / bare.value);
};
