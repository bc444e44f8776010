import { describe, expect, it } from "vitest";
import type { Report } from "../domain/report.ts";
import { contextOf, factsNamed } from "./fixtures.ts";
import { planReport } from "./plan.ts";
import { writeByRules } from "./rule-writer.ts";
import { differingFacts } from "./same-facts.ts";

const facts = factsNamed("fail with a suspected type");
const context = contextOf(facts);
const korean = writeByRules(planReport(facts), "ko");
const english = writeByRules(planReport(facts), "en");

const changed = (from: string, to: string): Report => {
  const status = english.sections.status.map((sentence) => ({
    ...sentence,
    text: sentence.text.replace(from, to),
  }));
  return { ...english, sections: { ...english.sections, status } };
};

describe("the comparison of two languages", () => {
  it.each([
    ["a number", "12.4", "12.9", "number 12.9"],
    ["a unit", "120 × 60 px", "120 × 60 mm", "number 60mm"],
    ["a place", "in the lower left", "in the lower right", "place lower-right"],
    ["a defect type", "type 2 burr", "stain", "type stain"],
  ])("finds %s that only one of them states", (_, from, to, fact) => {
    const { onlyInFirst, onlyInSecond } = differingFacts(korean, changed(from, to), context);
    expect(onlyInSecond.some((found) => found.endsWith(fact))).toBe(true);
    expect(onlyInFirst).not.toEqual([]);
  });

  it("finds a sentence that is missing, and one that cites something else", () => {
    const { status } = english.sections;
    const missing = { ...english, sections: { ...english.sections, status: status.slice(1) } };
    expect(differingFacts(korean, missing, context).onlyInFirst).not.toEqual([]);
    const moved = status.map((sentence, index) =>
      index === 1 ? { ...sentence, evidence: ["D0"] } : sentence,
    );
    const cited = differingFacts(
      korean,
      { ...english, sections: { ...english.sections, status: moved } },
      context,
    );
    expect(cited.onlyInSecond).toContain("status [D0] cited");
  });
});
