import { expect, it } from "vitest";
import type { Measured } from "../../suite.ts";
import type { Judged, LineCardResult } from "./result.ts";
import { scoreLineCard } from "./score.ts";
import { lineCardSections } from "./sections.ts";

const judged = (id: string, result: Partial<Judged>): Measured<LineCardResult> => ({
  id,
  result: { part: "judged", type: "good", relativeScore: 0.5, pValue: 0.5, alpha: 0.05, ...result },
});

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
    result: { part: "timed", nodesMs: {}, totalMs: 50, networkMs: 10, heldMs: 1, peakMemoryBytes: 5 },
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
    "degradations.noise.severity.5.detected": 0,
    "degradations.noise.severity.5.falseAlarms.observed": 1,
    ratioToNetwork: 5,
    peakMemoryBytes: 5,
  });
});

it("lays the cost out by kind and severity, with the clean picture beside it", () => {
  const [, defects] = lineCardSections(MEASURED).filter(({ kind }) => kind !== "note");
  const noise = defects?.kind === "table" ? defects.rows.find(([kind]) => kind === "noise") : undefined;
  expect(noise?.[1]).toEqual({ value: 1, unit: "rate" });
  expect(noise?.[6]).toEqual({ value: 0, unit: "rate" });
});
