import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Report, Sentence } from "../domain/report.ts";
import { checkReport } from "./check-report.ts";
import { checkedReport } from "./checked-report.ts";
import { contextOf, factsNamed } from "./fixtures.ts";
import { planReport } from "./plan.ts";
import { removalText } from "./removal-text.ts";
import { writeByRules } from "./rule-writer.ts";
import { writerNote } from "./writer-note.ts";

const facts = factsNamed("fail with passages");
const context = contextOf(facts);

const draft = (text: string, evidence: readonly string[]): Report => ({
  language: "en",
  writer: "draft",
  sections: { status: [{ text, evidence: [...evidence] }], causes: [], actions: [], prevention: [] },
  removed: [],
});

type Row = readonly [text: string, ...evidence: string[]];

const SOUND: readonly Row[] = [
  ["The score of 12.43 is far above the threshold, 8.21.", "A1"],
  ["p값은 0.0217로 5%보다 작습니다.", "A1"],
  ["The p-value is 2.2 %.", "A1"],
  ["At most 10.13 percent of good parts are failed, with 95 % confidence, from 45 pictures.", "A1"],
  ["There are 2 regions; region 2 is 120 x 60 px.", "A1"],
  ["In the picture of 640 × 640 px, region 1 has 1,204 px.", "A1"],
  ["The bank is bank-7f3 (see A1 and M2).", "A1"],
  ["The melt must stay below 720 °C (casting v2 (en).pdf, page 1).", "M1"],
  ['The manual says: “when the melt   is poured above 720 °C. Keep "slow" filling.”', "M1"],
  ["“inspect again” and “Degas the melt”", "M2", "M3"],
  ["This may be a type 2 burr of the casting mk 2.", "A1"],
  ["날개 버 2종일 수 있습니다.", "A1"],
  ["At 5 % the test needs 19 good pictures.", "A1"],
];

const FAULTS: readonly (readonly [Report["removed"][number]["reason"], string, ...Row])[] = [
  ["no_evidence", "", "The part is bad."],
  ["unknown_evidence", "S7", "A similar case is known.", "A1", "S7"],
  ["number_without_evidence", "13.1", "The score is 13.1.", "A1"],
  ["number_without_evidence", "12.4", "The score is 12.4.", "D0"],
  ["number_without_evidence", "0.05 %", "The false alarms are 0.05 %.", "A1"],
  ["number_without_evidence", "8", "The threshold is 8.", "A1"],
  ["number_without_evidence", "97 %", "It is a burr with 97 % certainty.", "A1", "M2"],
  ["number_without_evidence", "97퍼센트", "97퍼센트 확률로 기공입니다.", "A1"],
  ["number_without_evidence", "3", "There are 3 regions.", "A1"],
  ["number_without_evidence", "4", "Page 4 tells more.", "M1"],
  ["number_without_evidence", "121 px", "Region 2 is 121 px wide.", "A1"],
  ["number_without_evidence", "0", "The p-value is 0.", "A1"],
  ["number_without_evidence", "0.9", "It has p0.9.", "A1"],
  ["unknown_evidence", "A77", "See A77.", "A1"],
  ["number_without_evidence", "740 °C", "The melt must stay below 740 °C.", "M1"],
  ["number_without_evidence", "99", "９９ is the score.", "A1"],
  ["quotation_not_on_page", "above 700 °C", "It says “above 700 °C”.", "M1"],
  ["quotation_not_on_page", "Degas the melt", "“Degas the melt”", "M1"],
  ["quotation_not_on_page", "Degas the melt", "“Degas the melt”", "A1"],
  ["quotation_not_on_page", "never pour", 'It says "never pour".', "M1"],
  ["quotation_not_on_page", "절대 붓지 마십시오", "「절대 붓지 마십시오」", "M1"],
  ["quotation_not_on_page", "open end", "It says “open end", "M1"],
];

describe("checkReport", () => {
  it.each(SOUND)("keeps %s", (text, ...evidence) => {
    expect(checkReport(draft(text, evidence), context).removed).toEqual([]);
  });

  it.each(FAULTS)("removes for %s (%s): %s", (reason, detail, text, ...evidence) => {
    const checked = checkReport(draft(text, evidence), context);
    expect(checked.sections.status).toEqual([]);
    expect(checked.removed).toEqual([{ section: "status", text, reason, detail }]);
  });

  it("catches any distance, in the sentence of the rule writer, that is not the measured one", () => {
    const report = writeByRules(planReport(facts), "en");
    // No number of the fixtures ends in .37.
    const wrong = fc.integer({ min: 0, max: 9999 }).map((whole) => `${whole}.37`);
    fc.assert(
      fc.property(wrong, (value) => {
        const text = report.sections.status[1]?.text.replace("12.4", value) ?? "";
        expect(checkReport(draft(text, ["A1"]), context).removed).toHaveLength(1);
      }),
    );
  });

  it("takes a quotation from the page of another revision for what it is", () => {
    const elsewhere = { ...context, pageText: () => undefined };
    const { removed } = checkReport(writeByRules(planReport(facts), "ko"), elsewhere);
    expect(removed.map(({ reason }) => reason)).toEqual(Array(4).fill("quotation_not_on_page"));
  });

  it("carries evidence of a kind that it has never seen", () => {
    const similar = { id: "S1", kind: "similar", similarity: 0.914, case: { name: "case-17", count: 6 } };
    // The cast stands for a kind that the domain does not have yet.
    const evidence = [...context.evidence, similar as unknown as (typeof context.evidence)[number]];
    const text = "It resembles case-17, one of 6, to 91.4 %.";
    expect(checkReport(draft(text, ["S1"]), { ...context, evidence }).removed).toEqual([]);
    expect(checkReport(draft(text, ["A1"]), { ...context, evidence }).removed).toHaveLength(1);
  });
});

describe("checkedReport", () => {
  const plan = planReport(facts);
  const rules = writeByRules(plan, "en");

  it("puts the rule writer's sentences where nothing was left, and lists what went", () => {
    const bad: Sentence = { text: "Gas 99 % of the time.", evidence: ["M1"] };
    const report = checkedReport(
      { ...rules, writer: "draft", sections: { ...rules.sections, causes: [bad] } },
      plan,
      context,
    );
    expect(report.sections).toEqual(rules.sections);
    expect(report.removed.map(({ text }) => text)).toEqual([bad.text]);
    expect(report.writer).toBe("draft");
    expect(report.replaced).toEqual(["causes"]);
  });

  it.each([
    ["en", "the check left no sentence of the model, so written by rules: Causes", "no evidence"],
    ["ko", "증거 대조에서 모델의 문장이 모두 제외되어 규칙으로 작성함: 원인", "증거 없음"],
  ] as const)(
    "tells in the report (%s) which section the rules wrote in the model's place",
    (language, note, why) => {
      const ruled = writeByRules(plan, language);
      const bad: Sentence = { text: "It belongs in the bin.", evidence: ["A1"] };
      const draft = { ...ruled, writer: "draft", sections: { ...ruled.sections, causes: [bad] } };
      const report = checkedReport(draft, plan, context);
      expect(writerNote(report)).toContain(note);
      expect(report.removed.map((removed) => removalText(removed, language))).toEqual([
        expect.stringContaining(why),
      ]);
    },
  );

  it("admits that nothing passed where even those fail", () => {
    const onlyPassage = {
      ...plan,
      sections: { ...plan.sections, causes: plan.sections.causes.filter(({ kind }) => kind === "passage") },
    };
    const elsewhere = { ...context, pageText: () => undefined };
    const report = checkedReport(writeByRules(onlyPassage, "en"), onlyPassage, elsewhere);
    expect(report.sections.causes).toEqual([
      { text: "No statement for this section passed the check against the evidence.", evidence: ["M1"] },
    ]);
  });
});
