import { expect, it } from "vitest";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { InspectionStats, Tally } from "../domain/inspection-stats.ts";
import { commandLine } from "./testing/command-line.ts";
import { fakeInspector } from "./testing/fake-inspector.ts";

const tally: Tally = {
  inspections: 3,
  verdicts: { pass: 1, fail: 2, review: 0, retake: 0 },
  rated: 2,
  meanRating: 4.5,
  decided: 2,
  overridden: 1,
};
const stats: InspectionStats = {
  ...tally,
  overrideRate: { rate: 0.5, low: 0.095, high: 0.905 },
  confirmed: [{ verdict: "fail", confirmed: "pass", inspections: 1 }],
  durationMs: { p50: 600, p90: 1100, p95: 1200, p99: 12_400, max: 12_400 },
  byProduct: [
    { ...tally, product: "casting" },
    { ...tally, product: null },
  ],
  byType: [{ ...tally, type: "hole" }],
  byModel: [{ ...tally, model: "patch-features" }],
  byRating: [{ ...tally, rating: null }],
  byDay: [{ ...tally, day: "2026-01-31" }],
};

it("counts what the filters leave, in words and tables", async () => {
  const asked: InspectionFilter[] = [];
  const inspector = fakeInspector({
    stats: async (filter = {}) => {
      asked.push(filter);
      return stats;
    },
  });
  const command = [
    "stats",
    "--product",
    "casting",
    "--rating",
    "5",
    "--from",
    "2026-01-01",
    "--verdict",
    "fail",
  ];
  const { stdout } = await commandLine(command, { inspector });
  expect(asked).toEqual([{ product: "casting", rating: 5, from: "2026-01-01", verdict: "fail" }]);
  expect(stdout).toContain("half within 0.60 s, 95 % within 1.20 s, the longest 12 s");
  expect(stdout).toContain("Overridden: 1 of 2 verdicts");
  expect(stdout).toContain("fail, confirmed as pass: 1");
  expect(stdout).toMatch(/^casting +3 +1 +2 +0 +0 +4\.5 +1\/2$/m);
  for (const name of ["none (capture alone)", "hole", "patch-features", "not rated", "2026-01-31"])
    expect(stdout).toContain(`\n${name} `);
  const korean = await commandLine(["stats", "--lang", "ko"], { inspector });
  expect(korean.stdout).toContain("번복: 사람이 확인하거나 고친 판정 2건 가운데 1건");
  expect(JSON.parse((await commandLine(["stats", "--json"], { inspector })).stdout)).toEqual(stats);
});

it("says that nothing fits, and refuses what is no filter", async () => {
  expect((await commandLine(["stats"])).stdout).toBe("No inspection is recorded that fits.\n");
  for (const [option, value] of [
    ["--from", "soon"],
    ["--rating", "6"],
    ["--rating", ""],
    ["--product", "No Such"],
    ["--verdict", "good"],
    ["--text", ""],
  ] as const) {
    expect(await commandLine(["stats", option, value]), option).toMatchObject({ exitCode: 2 });
  }
});
