import { expect, it } from "vitest";
import type { VerdictKind } from "../domain/verdict.ts";
import { exitCodeOf } from "./exit-code.ts";

it.each<[readonly VerdictKind[], number]>([
  [[], 0],
  [["pass"], 0],
  [["retake", "pass"], 12],
  [["retake", "review"], 11],
  [["pass", "retake", "review", "fail"], 10],
])("ends %j with %i, the worst verdict", (verdicts, code) => {
  expect(exitCodeOf(verdicts)).toBe(code);
});
