import { expect, it } from "vitest";
import type { JudgedReport } from "../../judges/report/judge-report.ts";
import { scoreReports } from "./score.ts";

const report = (changes: Partial<JudgedReport> = {}): JudgedReport => ({
  language: "en",
  writer: "rule",
  isFallback: false,
  emptySections: [],
  saysVerdict: true,
  sentences: 10,
  unsupported: [],
  numbers: 20,
  stray: [],
  quotations: 2,
  notLiteral: [],
  types: ["dent"],
  strayTypes: [],
  removed: [],
  ...changes,
});

const measured = [
  {
    id: "dent/1.png",
    result: {
      verdict: "fail",
      truth: "dent",
      reports: [
        report({ stray: [{ number: "8", text: "8" }], notLiteral: ["…"], emptySections: ["causes"] }),
        report({ language: "ko", types: ["stain"], removed: ["number_without_evidence: 8"] }),
      ],
      differences: ["type dent: only en"],
    },
  },
  {
    id: "good/1.png",
    result: {
      verdict: "pass",
      truth: "good",
      reports: [report({ types: [] }), report({ language: "ko", saysVerdict: false })],
      differences: [],
    },
  },
  {
    id: "1.png",
    result: { verdict: "pass", truth: null, reports: [report({ unsupported: ["…"] })], differences: null },
  },
];

it("counts faults by what they are of, over all and by language", () => {
  const shown = Object.fromEntries(
    scoreReports(measured).map(({ name, scope, hits, count }) => [
      [...scope, name].join("."),
      `${hits}/${count}`,
    ]),
  );
  expect(shown).toMatchObject({
    complete: "4/5",
    verdictSaid: "4/5",
    "unsupported.sentences": "1/50",
    "stray.numbers": "1/100",
    "quotations.literal": "9/10",
    sameFacts: "1/2",
    "type.right": "1/2",
    "type.wrong": "1/2",
    "type.onGood": "1/2",
    checked: "1/5",
    "languages.ko.verdictSaid": "1/2",
    "languages.en.type.right": "1/1",
  });
});

it("tells writers apart where there are several", () => {
  const [first] = measured;
  if (!first) throw new RangeError("nothing was measured");
  const both = [report(), report({ writer: "qwen", saysVerdict: false })];
  const figures = scoreReports([{ ...first, result: { ...first.result, reports: both } }]);
  expect(figures.filter(({ name, scope }) => name === "verdictSaid" && scope[0] === "writers")).toEqual([
    expect.objectContaining({ scope: ["writers", "qwen"], hits: 0, count: 1 }),
    expect.objectContaining({ scope: ["writers", "rule"], hits: 1, count: 1 }),
  ]);
});
