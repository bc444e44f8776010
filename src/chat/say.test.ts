import { describe, expect, it } from "vitest";
import type { Fact } from "../domain/follow-up.ts";
import { checkAnswer } from "../report/check-answer.ts";
import { contextOf, factsNamed, LANGUAGES } from "../report/fixtures.ts";
import { CASTING } from "../report/testing/casting.ts";
import type { Said } from "./answer.ts";
import { say } from "./say.ts";

const box = { x: 10, y: 20, width: 30, height: 40 };
const score = { distance: 12.43, threshold: 8.21, pValue: 0.0217, alpha: 0.05 };
const burr = CASTING.types.find(({ code }) => code === "burr")?.names;

const look = { id: "L1", kind: "look", region: 1, box, image: `sha256:${"1".repeat(64)}` } as const;
const hypothesis = {
  id: "W1",
  kind: "hypothesis",
  supposed: { what: "threshold", value: 20 },
  verdict: "pass",
  reasons: ["nothing_found"],
  ...{ ...score, threshold: 20 },
  references: 45,
  goodBeyond: 0,
} as const satisfies Fact;
const other = {
  id: "I1",
  kind: "inspection",
  inspection: "insp_99999999999999999999",
  inspectedAt: "2026-01-01 10:00",
  fileName: "test/burr/02.jpg",
  verdict: "pass",
  ...score,
  distance: 3.1,
  actions: ["금형 청소"],
} satisfies Fact;
const feedback = {
  id: "B1",
  kind: "feedback",
  worker: "kim",
  action: "scrapped",
  rating: 4,
  verdict: "pass",
  type: "burr",
  outcome: "solved",
  givenAt: "2026-01-03 09:00",
} as const satisfies Fact;
const statistics = {
  id: "N1",
  kind: "statistics",
  product: "casting",
  from: "2026-01-01",
  to: "2026-01-07",
  inspections: 15,
  verdicts: { pass: 3, fail: 12, review: 0, retake: 0 },
} satisfies Fact;
const origin = {
  id: "O1",
  kind: "origin",
  of: "pValue",
  held: "A1",
  field: "pValue",
  value: 0.0217,
  references: 45,
  atLeastAsHigh: 0,
  isRecomputed: true,
  formula: "(0 + 1) / (45 + 1)",
} as const satisfies Fact;
const record = {
  id: "K1",
  kind: "record",
  inspection: "insp_0123456789abcdefghij",
  inspectedAt: "2026-01-02 03:04",
  product: "주조품 / Casting (casting)",
  files: ["불합격/burr_01.jpg"],
  widthPx: 300,
  heightPx: 200,
  metadata: [{ name: "station", value: "3" }],
  versions: [{ name: "model:patch-features", value: "965f9ab32ad5" }],
  totalMs: 143.9,
} satisfies Fact;
const FOUND: readonly Fact[] = [look, hypothesis, other, feedback, statistics, origin, record];

const POINTS: readonly Said[] = [
  { say: "hypothesis", found: hypothesis, evidence: ["W1"] },
  { say: "earlier", found: other, type: burr, evidence: ["I1"] },
  { say: "feedback", found: feedback, type: burr, evidence: ["B1"] },
  { say: "statistics", found: statistics, period: "week", type: undefined, evidence: ["N1"] },
  { say: "origin", found: origin, evidence: ["O1", "A1"] },
  ...(["inspectedAt", "duration", "file", "product", "pictureSize", "versions"] as const).map(
    (what): Said => ({ say: "particular", what, found: record, evidence: ["K1"] }),
  ),
  { say: "metadata", name: "station", value: "3", evidence: ["K1"] },
  ...FOUND.map((item): Said => ({ say: "evidenceItem", id: item.id, item, evidence: [item.id] })),
];

describe.each(["fail with a suspected type", "pass"])("about an inspection: %s", (name) => {
  const context = contextOf(factsNamed(name));
  it.each(LANGUAGES)("what was found beyond it is said in %s as the checker lets it through", (language) => {
    const said = say(POINTS, language);
    expect(checkAnswer(said, { ...context, evidence: [...context.evidence, ...FOUND] }).removed).toEqual([]);
    const unknown =
      language === "ko" ? /\b(?:verdict|reasons|worker|rating|inspectedAt|totalMs)\b/u : /[가-힣]{9}/u;
    expect(said.filter(({ text }) => unknown.test(text))).toEqual([]);
  });
});
