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
const counted: Fact = {
  id: "N1",
  kind: "statistics",
  product: "casting",
  from: "2026-01-02",
  to: "2026-01-02",
  inspections: 15,
  verdicts: { pass: 3, fail: 12, review: 0, retake: 0 },
};
const particulars: Fact = {
  id: "K1",
  kind: "record",
  inspection: "insp_0123456789abcdefghij",
  inspectedAt: "2026-01-02 03:04",
  files: ["test/burr/01.jpg", "불합격/01.jpg"],
  widthPx: 300,
  heightPx: 300,
  metadata: [],
  versions: [],
};
const context = { ...passed, evidence: [...passed.evidence, supposed, counted, particulars] };
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

it("takes a count of verdicts for a count, where it is the one that was found", () => {
  const inEnglish =
    "Today, 15 inspections of this product are recorded: pass 3, fail 12, review 0, retake 0.";
  const inKorean =
    "오늘 기록된 이 제품의 검사는 15건입니다(합격 3건, 불합격 12건, 확인 필요 0건, 재촬영 0건).";
  expect(isKept(inEnglish, ["N1"])).toBe(true);
  expect(isKept(inKorean, ["N1"])).toBe(true);
  expect(isKept("Of 15 inspections 12 failed and 3 passed.", ["N1"])).toBe(true);
  expect(isKept("Of 15 inspections 3 failed.", ["N1"])).toBe(false);
  expect(isKept("검사 15건 중 불합격은 3건입니다.", ["N1"])).toBe(false);
  expect(isKept("The verdict is fail, as in 15 inspections.", ["N1"])).toBe(false);
  expect(isKept("이 부품은 불합격입니다. 검사는 15건입니다.", ["N1"])).toBe(false);
});

it("reads no defect and no verdict out of a picture's file name", () => {
  expect(isKept("The inspected file is test/burr/01.jpg.", ["K1"])).toBe(true);
  expect(isKept("검사한 파일은 test/burr/01.jpg입니다.", ["K1"])).toBe(true);
  expect(isKept("검사한 파일은 불합격/01.jpg입니다.", ["K1"])).toBe(true);
  expect(isKept("The inspected file is test/burr/07.jpg.", ["K1"])).toBe(false);
  expect(isKept("The inspected file test/burr/01.jpg shows a burr.", ["K1"])).toBe(false);
});
