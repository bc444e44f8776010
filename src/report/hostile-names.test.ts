// A product may call its defects by any word, also by those of the report itself.
import { describe, expect, it } from "vitest";
import type { Product } from "../domain/product.ts";
import { checkReport } from "./check-report.ts";
import { checkedReport } from "./checked-report.ts";
import type { ReportFacts } from "./facts.ts";
import { contextOf, factsNamed, LANGUAGES } from "./fixtures.ts";
import { planReport } from "./plan.ts";
import { writeByRules } from "./rule-writer.ts";

const HOSTILE = {
  en: [
    "score",
    "region",
    "good",
    "pass",
    "fail",
    "The",
    "of",
    "A1",
    "left",
    "certainly",
    "lot",
    "p-value",
    "12",
    "“x”",
  ],
  ko: [
    "점",
    "점수",
    "영역",
    "정상",
    "합격",
    "불합격",
    "이",
    "사진",
    "왼쪽",
    "확실히",
    "로트",
    "p값",
    "판정",
    "부품",
  ],
} as const;

/** Together they hold nearly every kind of sentence. */
const TOLD = [
  "fail with a suspected type",
  "fail with a history",
  "review of readers that disagree",
  "retake",
];

const wordsOf = (facts: ReportFacts): string[] =>
  LANGUAGES.flatMap((language) => {
    const { summary, sections } = writeByRules(planReport(facts), language);
    const texts = [summary, ...Object.values(sections).flat()].map((sentence) => sentence?.text ?? "");
    return texts.flatMap((text) => text.match(/[\p{L}\p{N}-]+/gu) ?? []);
  });

/** Every type of the product goes by these words, too. */
const calling = (product: Product, ko: readonly string[], en: readonly string[]): Product => ({
  ...product,
  types: product.types.map((type, index) => ({
    ...type,
    names: { ko: ko[index] ?? type.names.ko, en: en[index] ?? type.names.en },
    synonyms: { ko: [...ko], en: [...en] },
  })),
});

describe("the report of a product whose defects are called by the report's own words", () => {
  it.each(TOLD)("keeps every sentence of the rules: %s", (name) => {
    const facts = factsNamed(name);
    if (facts.product === null) throw new Error(`${name} has no product`);
    const named = { ...facts, product: calling(facts.product, HOSTILE.ko, HOSTILE.en) };
    const own = wordsOf(facts);
    const echoed = { ...facts, product: calling(facts.product, own, own) };
    for (const hostile of [named, echoed]) {
      for (const language of LANGUAGES) {
        const plan = planReport(hostile);
        const report = checkedReport(writeByRules(plan, language), plan, contextOf(hostile));
        expect(report.removed).toEqual([]);
      }
    }
  });

  it("keeps the same things in a model's words, and still knows the type where it is called one", () => {
    const facts = factsNamed("fail with passages");
    const product = facts.product && calling(facts.product, HOSTILE.ko, HOSTILE.en);
    const context = contextOf({ ...facts, product });
    const removed = (text: string) =>
      checkReport(
        {
          language: "en",
          writer: "draft",
          sections: { status: [{ text, evidence: ["A1"] }], causes: [], actions: [], prevention: [] },
          removed: [],
        },
        context,
      ).removed;
    expect(removed("The anomaly score of 12.43 is above the threshold.")).toEqual([]);
    expect(removed("이상 점수 12.43은 기준값보다 높습니다.")).toEqual([]);
    expect(removed("A defect of the type score was found.")).toHaveLength(1);
  });
});
