import { describe, expect, it } from "vitest";
import { SECTIONS } from "../domain/report.ts";
import { checkReport } from "./check-report.ts";
import { contextOf, factsNamed, LANGUAGES } from "./fixtures.ts";
import { CASES } from "./testing/cases.ts";
import { PASSAGES } from "./testing/manual.ts";
import { ANOMALY } from "./testing/measured.ts";
import { placeOf } from "./place.ts";
import { planReport } from "./plan.ts";
import { withoutQuotations } from "./quotations.ts";
import { writeByRules } from "./rule-writer.ts";
import { differingFacts } from "./same-facts.ts";

describe.each(CASES)("the report of a %s", (_, facts) => {
  it.each(LANGUAGES)("has four sections in %s that the checker leaves as they are", (language) => {
    const report = writeByRules(planReport(facts), language);
    for (const section of SECTIONS) expect(report.sections[section]).not.toEqual([]);
    expect(checkReport(report, contextOf(facts))).toEqual(report);
  });

  it("carries the same facts in both languages", () => {
    const [korean, english] = [
      writeByRules(planReport(facts), "ko"),
      writeByRules(planReport(facts), "en"),
    ] as const;
    const same = { onlyInFirst: [], onlyInSecond: [] };
    expect(differingFacts(korean, english, contextOf(facts))).toEqual(same);
  });

  it("has Korean sentences in Korean and English ones without", () => {
    const plan = planReport(facts);
    const texts = (language: "ko" | "en"): readonly string[] =>
      SECTIONS.flatMap((section) => writeByRules(plan, language).sections[section].map(({ text }) => text));
    for (const text of texts("en"))
      expect(withoutQuotations(text)).not.toMatch(/\p{Script=Hangul}|undefined|NaN/u);
    for (const text of texts("ko"))
      expect(text).toMatch(/(?:니다|십시오)(?:\(.*\))?\.$|실행되지 않았습니다: .*\.$/u);
  });
});

describe("the plan", () => {
  const kindsOf = (name: string, section: (typeof SECTIONS)[number]): readonly string[] =>
    planReport(factsNamed(name)).sections[section].map(({ kind }) => kind);

  it("releases a passed part and looks for no cause", () => {
    expect(kindsOf("pass", "causes")).toEqual(["noCause"]);
    expect(kindsOf("pass", "actions")).toEqual(["nextStep"]);
  });

  it("says that the manuals have no passage instead of inventing one", () => {
    for (const section of ["causes", "actions", "prevention"] as const) {
      expect(kindsOf("fail without a manual", section)).toContain("noPassage");
    }
  });

  it("says once that the type is open, and for which types a section has nothing", () => {
    expect(kindsOf("fail with passages", "causes")).toEqual([
      "typeUndetermined",
      "passage",
      "typesWithoutPassage",
    ]);
    expect(kindsOf("fail with passages", "actions")).not.toContain("typeUndetermined");
  });

  it("advises how to take an unusable picture again, for each degradation", () => {
    expect(kindsOf("retake", "actions")).toEqual(["nextStep", "retakeAdvice", "retakeAdvice"]);
  });

  it("says how far and which way a motion went, where, and what it comes from", () => {
    const plan = planReport(factsNamed("retake, capture only"));
    const [english, korean] = [writeByRules(plan, "en"), writeByRules(plan, "ko")];
    const textsOf = (sections: typeof english.sections): string =>
      Object.values(sections)
        .flat()
        .map(({ text }) => text)
        .join("\n");
    expect(textsOf(english.sections)).toContain(
      "motion blur of severity 48 %, 9.2 px at 30° from the horizontal",
    );
    expect(textsOf(english.sections)).toContain("shorten the exposure time or stop the part");
    expect(textsOf(korean.sections)).toContain("30°로 9.2 px 길이의 심각도 48%의 움직임 흐림이");
    expect(textsOf(korean.sections)).toContain("노출 시간을 줄이거나 부품을 멈추고");
  });

  it("says how many good pictures are needed", () => {
    const { text } = writeByRules(planReport(factsNamed("review for too few references")), "en").sections
      .status[3] ?? {
      text: "",
    };
    expect(text).toContain("needs 19 good pictures for 5 %");
  });

  it("describes five regions and counts the rest", () => {
    const kinds = kindsOf("fail without a manual", "status");
    expect(kinds.filter((kind) => kind === "region")).toHaveLength(5);
    expect(kinds).toContain("moreRegions");
  });

  it("does not repeat the highest good score where it is the threshold", () => {
    const facts = { ...factsNamed("fail with passages"), evidence: [{ ...ANOMALY, highestGood: 8.214 }] };
    expect(planReport(facts).sections.status.map(({ kind }) => kind)).not.toContain("highestGood");
  });

  it("survives names that hold quotation marks", () => {
    const facts = factsNamed("fail with passages");
    const hostile = facts.evidence.map((entry) =>
      entry.kind === "manual" ? { ...entry, document: 'a “b" 7 「c.pdf' } : entry,
    );
    const changed = { ...facts, evidence: hostile };
    const report = writeByRules(planReport(changed), "ko");
    expect(hostile.filter(({ kind }) => kind === "manual")).toHaveLength(PASSAGES.length);
    expect(checkReport(report, contextOf(changed)).removed).toEqual([]);
  });

  it("refuses an inspection without any evidence", () => {
    expect(() => planReport({ ...factsNamed("pass"), evidence: [] })).toThrow("needs evidence");
  });
});

it.each([
  [0, 0, "upper-left"],
  [290, 10, "upper-center"],
  [600, 300, "middle-right"],
  [290, 290, "middle-center"],
  [10, 600, "lower-left"],
  [639, 639, "lower-right"],
])("places a box at %i, %i in the %s", (x, y, expected) => {
  expect(placeOf({ x, y, width: 40, height: 40 }, { widthPx: 640, heightPx: 640 })).toBe(expected);
});
