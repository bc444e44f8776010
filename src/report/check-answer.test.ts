import { expect, it } from "vitest";
import type { Fact } from "../domain/follow-up.ts";
import { checkAnswer } from "./check-answer.ts";
import { contextOf, factsNamed } from "./fixtures.ts";

const supposed: Fact = {
  id: "W1",
  kind: "hypothesis",
  supposed: { what: "threshold", value: 0.1 },
  verdict: "fail",
  reasons: ["anomaly_beyond_alpha"],
  distance: 0.5,
  threshold: 0.1,
  alpha: 0.05,
  references: 30,
};
const passed = contextOf(factsNamed("pass"));
const context = { ...passed, evidence: [...passed.evidence, supposed] };
const isKept = (text: string, evidence: string[]): boolean =>
  checkAnswer([{ text, evidence }], context).kept.length === 1;

it("lets a supposition speak of its own verdict only where it says that it is one", () => {
  expect(isKept("Hypothetical, with a threshold of 0.100 the verdict would be fail.", ["W1"])).toBe(true);
  expect(isKept("The verdict is fail.", ["W1"])).toBe(false);
  expect(isKept("Hypothetical or not, the verdict is fail.", ["A1", "W1"])).toBe(false);
});

it("holds every other sentence to the record", () => {
  expect(isKept("The verdict is pass.", ["A1"])).toBe(true);
  expect(isKept("불합격으로 판정했습니다.", ["A1"])).toBe(false);
  expect(isKept("The verdict is pass.", [])).toBe(false);
});
