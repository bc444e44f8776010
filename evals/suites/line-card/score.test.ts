import { expect, it } from "vitest";
import type { JudgedReport } from "../../judges/report/judge-report.ts";
import type { Measured } from "../../suite.ts";
import type { Judged, LineCardResult } from "./result.ts";
import { scoreLineCard } from "./score.ts";
import { lineCardSections } from "./sections.ts";

const judged = (id: string, result: Partial<Judged>): Measured<LineCardResult> => ({
  id,
  group: id.split(" ")[0] ?? id,
  result: { part: "judged", type: "good", relativeScore: 0.5, pValue: 0.5, alpha: 0.05, ...result },
});

const REPORT: JudgedReport = {
  language: "en",
  writer: "rule",
  isFallback: false,
  emptySections: [],
  saysVerdict: true,
  sentences: 9,
  unsupported: [],
  numbers: 7,
  stray: [],
  quotations: 1,
  notLiteral: [],
  types: ["hole"],
  strayTypes: [],
  removed: [],
};

const MEASURED: Measured<LineCardResult>[] = [
  judged("g1", {}),
  judged("g2", { relativeScore: 1.2, pValue: 0.04 }),
  judged("h1", { type: "hole", relativeScore: 2, pValue: 0.03 }),
  judged("h1 noise 5", {
    type: "hole",
    relativeScore: 0.8,
    pValue: 0.3,
    damage: { kind: "noise", severity: 5 },
  }),
  judged("g1 noise 5", { relativeScore: 1.5, pValue: 0.03, damage: { kind: "noise", severity: 5 } }),
  {
    id: "g1 timed",
    group: "g1",
    result: { part: "timed", nodesMs: {}, totalMs: 50, networkMs: 10, heldMs: 1, peakMemoryBytes: 5 },
  },
  {
    id: "h1 report",
    group: "h1",
    result: { part: "reported", verdict: "fail", truth: "hole", reports: [REPORT], differences: [] },
  },
];

it("tells what a degradation costs apart from how good the detector is without it", () => {
  const shown = Object.fromEntries(
    scoreLineCard(MEASURED).map(({ scope, name, value }) => [[...scope, name].join("."), value]),
  );
  expect(shown).toMatchObject({
    imageAuroc: 1,
    detected: 1,
    "falseAlarms.observed": 0.5,
    "types.hole.detected": 1,
    "report.complete": 1,
    "report.type.right": 1,
    "degradations.noise.severity.5.detected": 0,
    "degradations.noise.severity.5.falseAlarms.observed": 1,
    ratioToNetwork: 5,
    peakMemoryBytes: 5,
  });
});

it("sets what a degradation costs beside the same pictures without it", () => {
  const values = new Map(
    scoreLineCard(MEASURED).map(({ scope, name, value }) => [[...scope, name].join("."), value]),
  );
  expect(values.get("degradations.none.detected")).toBe(1);
  expect(values.get("degradations.none.falseAlarms.observed")).toBe(0); // g2 is not degraded
  const [matrix] = lineCardSections(MEASURED).filter(({ kind }) => kind === "matrix");
  expect(matrix).toMatchObject({ figure: "detected", rows: "degradations", columns: "severity" });
});

it("tells the faults of reports, or that there are none", () => {
  const faulty = MEASURED.map((item) =>
    item.result.part === "reported"
      ? { ...item, result: { ...item.result, differences: ["type hole: only en"] } }
      : item,
  );
  expect(scoreLineCard(faulty).find(({ name }) => name === "report.sameFacts")).toMatchObject({
    hits: 0,
    count: 1,
  });
  expect(lineCardSections(faulty).filter(({ kind }) => kind === "table")).toHaveLength(1);
  expect(JSON.stringify(lineCardSections(MEASURED))).toContain("No fault in 1 reports");
});
