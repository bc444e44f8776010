import { describe, expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import type { Sentence } from "../domain/report.ts";
import { checkReport } from "./check-report.ts";
import { contextOf, factsNamed, inspectionOf, LANGUAGES } from "./fixtures.ts";
import { renderHtml } from "./html.ts";
import { planReport } from "./plan.ts";
import { writeByRules } from "./rule-writer.ts";
import { renderText } from "./text.ts";

const opinion: Evidence = {
  id: "V1",
  kind: "opinion",
  model: "scripted:1b",
  text: 'I see a "burr" at 3 places, 80 % sure.',
  promptVersion: "describe-image-1",
};
const found = factsNamed("fail with passages");
const facts = { ...found, evidence: [...found.evidence, opinion] };

const removalOf = (text: string, evidence: string[]): string | undefined => {
  const sentence: Sentence = { text, evidence };
  const report = writeByRules(planReport(facts), "en");
  const draft = { ...report, sections: { ...report.sections, status: [sentence] } };
  return checkReport(draft, contextOf(facts)).removed[0]?.reason;
};

describe.each(LANGUAGES)("an opinion in a report in %s", (language) => {
  const report = writeByRules(planReport(facts), language);

  it("is said once, as an opinion, and passes the check", () => {
    const said = report.sections.status.filter(({ evidence }) => evidence.includes("V1"));
    expect(said.map(({ text }) => text)).toEqual([expect.stringMatching(/model's opinion|모델의 의견/)]);
    expect(checkReport(report, contextOf(facts)).removed).toEqual([]);
  });

  it("is shown as one among the evidence, in text and on the page", async () => {
    const inspection = inspectionOf(facts, report);
    const title = language === "ko" ? "모델의 의견(판정에 반영되지 않음)" : "model's opinion, not counted";
    expect(renderText(inspection, { colour: false })).toContain(title);
    const page = await renderHtml({ inspection, product: null, pictures: {} });
    expect(page.replaceAll("&#39;", "'")).toContain(title);
  });
});

describe("the check of opinions", () => {
  it.each([
    ["In the model’s opinion there is a burr at 3 places.", ["V1"], undefined],
    ["모델의 의견으로는 버가 있습니다.", ["V1"], undefined],
    ["There is a burr at 3 places.", ["V1"], "opinion_as_fact"],
    ["The model's opinion agrees with the score of 12.43.", ["V1", "A1"], "opinion_as_fact"],
    ["In the model's opinion there are burrs at 4 places.", ["V1"], "number_without_evidence"],
    ["It is 80 % sure.", ["A1"], "number_without_evidence"],
  ])("on %j standing on %j: %s", (text, evidence, reason) => {
    expect(removalOf(text, evidence)).toBe(reason);
  });
});
