import { expect, it } from "vitest";
import { CODES, codeOf } from "./score-code.ts";

it("keeps the order of scores, and tells those apart that differ by 1 part in 1,024", () => {
  for (let score = 2e-5; score < 6e4; score *= 1.37) {
    expect(codeOf(score * (1 + 1 / 1024))).toBeGreaterThan(codeOf(score));
    expect(codeOf(score * (1 + 1 / 8192))).toBeGreaterThanOrEqual(codeOf(score));
  }
});

it("keeps what lies beyond its range at its ends", () => {
  expect([-1, 0, 1e-9].map(codeOf)).toEqual([0, 0, 0]);
  expect([1e9, Number.POSITIVE_INFINITY].map(codeOf)).toEqual([CODES - 1, CODES - 1]);
});
