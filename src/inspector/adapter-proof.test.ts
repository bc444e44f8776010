import { expect, it } from "vitest";
import type { WriterTally } from "../domain/adapter.ts";
import { outcomeOf } from "./adapter-proof.ts";

const tally = (sentences: number, removed: number, fallbacks = 0): WriterTally => ({
  model: "m",
  sentences,
  removed,
  fallbacks,
  medianMs: 1,
});

it.each([
  ["proven", 3, tally(10, 2), tally(10, 1)],
  ["proven", 3, tally(10, 0), tally(8, 0)],
  ["ignored", 0, tally(10, 2), tally(10, 2)],
  ["worse", 3, tally(10, 0), tally(10, 1)],
  ["unanswered", 3, tally(10, 0), tally(6, 0, 1)],
  ["unanswered", 3, tally(6, 0, 1), tally(10, 0)],
  ["unanswered", 3, tally(10, 0), tally(0, 0)],
] as const)("calls an adapter %s", (outcome, differing, base, adapter) => {
  expect(outcomeOf({ differing, base, adapter })).toBe(outcome);
});
