import { expect, it } from "vitest";
import type { Measured } from "../../suite.ts";
import { type LatencyResult, scoreLatency } from "./score.ts";

const item = (id: string, result: LatencyResult): Measured<LatencyResult> => ({ id, result });

const timed = (kind: "cold" | "warm", totalMs: number): LatencyResult => ({
  kind,
  nodesMs: { detectAnomaly: totalMs / 2 },
  totalMs,
  networkMs: 10,
  heldMs: 1,
  peakMemoryBytes: 1e8 + totalMs,
});

it("tells warm from cold, node from whole, and how many a second at once", () => {
  const figures = scoreLatency([
    ...[100, 110, 120].map((ms, i) => item(`w${i}`, timed("warm", ms))),
    item("c", timed("cold", 900)),
    item("t1", { kind: "throughput", atOnce: 2, inspections: 10, durationMs: 500, peakMemoryBytes: 1 }),
    item("t2", { kind: "throughput", atOnce: 2, inspections: 10, durationMs: 1500, peakMemoryBytes: 1 }),
  ]);
  const values = Object.fromEntries(
    figures.map(({ scope, name, value }) => [[...scope, name].join("."), value]),
  );
  expect(values).toMatchObject({
    p50Ms: 110,
    coldMs: 900,
    ratioToNetwork: 11,
    peakMemoryBytes: 1e8 + 900,
    "warm.detectAnomaly.p50Ms": 55,
    "cold.detectAnomaly.p50Ms": 450,
    "atOnce.2.perSecond": 10,
  });
});
