import { expect, it } from "vitest";
import type { VerdictKind } from "../../../src/domain/verdict.ts";
import { type MeasuredVerdict, scoreVerdicts } from "./score.ts";

const part = (type: string, verdict: VerdictKind, i: number): MeasuredVerdict => ({
  id: `${type}${i}`,
  result: {
    product: "wood",
    type,
    verdict,
    reasons: [],
    alpha: 0.05,
    durationMs: i,
    inspection: "insp",
    isOneOfMany: false,
  },
});

it("keeps missed defects apart from false alarms, and from what a person is asked about", () => {
  const verdicts: [string, VerdictKind][] = [
    ["good", "pass"],
    ["good", "fail"],
    ["good", "review"],
    ["good", "pass"],
    ["hole", "fail"],
    ["hole", "pass"],
    ["dent", "review"],
    ["dent", "retake"],
  ];
  const figures = scoreVerdicts(verdicts.map(([type, verdict], i) => part(type, verdict, i)));
  const shown = Object.fromEntries(
    figures.map(({ name, scope, hits, count }) => [[...scope, name].join("."), `${hits ?? "-"}/${count}`]),
  );
  expect(shown).toMatchObject({
    missed: "1/4",
    failed: "1/4",
    reviewed: "1/4",
    retaken: "1/4",
    "falseAlarms.observed": "1/4",
    goodReviewed: "1/4",
    reviewRate: "2/8",
    "types.hole.missed": "1/2",
    "types.dent.missed": "0/2",
  });
});
