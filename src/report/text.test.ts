import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { factsNamed, inspectionOf, LANGUAGES } from "./fixtures.ts";
import { CASES } from "./testing/cases.ts";
import { planReport } from "./plan.ts";
import { writeByRules } from "./rule-writer.ts";
import { columnsOf, wrapText } from "./terminal-width.ts";
import { renderText } from "./text.ts";

const ESCAPE = "\u001b";

describe.each(CASES)("the text of a %s", (_, facts) => {
  it.each(LANGUAGES)("fits 100 columns in %s and names every sentence's evidence", (language) => {
    const inspection = inspectionOf(facts, writeByRules(planReport(facts), language));
    const text = renderText(inspection, { colour: false });
    for (const line of text.split("\n")) expect(columnsOf(line)).toBeLessThanOrEqual(100);
    expect(text).not.toContain(ESCAPE);
    for (const { id } of facts.evidence) expect(text).toContain(`  ${id}`);
    expect(renderText(inspection, { colour: true })).toContain(`${ESCAPE}[`);
  });
});

describe("renderText", () => {
  it("lets no file name move the cursor", () => {
    const facts = factsNamed("pass");
    const inspection = inspectionOf(facts, writeByRules(planReport(facts), "en"));
    const images = inspection.images.map((image) => ({ ...image, fileName: `a${ESCAPE}[2J\r\n\u202eb.png` }));
    const text = renderText({ ...inspection, images }, { colour: false });
    expect(text).toContain("a [2J b.png");
  });
});

describe("wrapText", () => {
  it("counts a Korean syllable as two columns, composed or not", () => {
    expect(columnsOf("검사 OK")).toBe(7);
    expect(wrapText("검사".normalize("NFD"), 4)).toEqual(["검사"]);
    expect(wrapText("가나다라 마바", 8)).toEqual(["가나다라", "마바"]);
  });

  it("loses no character and passes no limit", () => {
    const texts = fc.array(fc.constantFrom("가", "a", " ", "1", "한글", "—"), { maxLength: 80 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (parts, columns) => {
        const text = parts.join("");
        const lines = wrapText(text, columns);
        for (const line of lines) expect(columnsOf(line)).toBeLessThanOrEqual(columns);
        expect(lines.join("").replaceAll(" ", "")).toBe(text.replaceAll(" ", ""));
      }),
    );
  });
});
