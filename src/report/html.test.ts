import { describe, expect, it } from "vitest";
import { factsNamed, inspectionOf, LANGUAGES } from "./fixtures.ts";
import { CASES } from "./testing/cases.ts";
import { CASTING } from "./testing/casting.ts";
import { renderHtml } from "./html.ts";
import { planReport } from "./plan.ts";
import { writeByRules } from "./rule-writer.ts";

const facts = factsNamed("fail with passages");
const pixel = { bytes: new Uint8Array([137, 80, 78, 71]), mime: "image/png" } as const;
const pictures = { source: pixel, overlay: pixel, heatMap: pixel, sideBySide: pixel };

describe.each(CASES)("the page of a %s", (_, found) => {
  it.each(LANGUAGES)("in %s links every chip to a row of evidence", async (language) => {
    const inspection = inspectionOf(found, writeByRules(planReport(found), language));
    const page = await renderHtml({ inspection, product: found.product, pictures });
    const linked = [...page.matchAll(/href="#(evidence-\w+)"/g)].map((match) => match[1]);
    expect(linked).not.toEqual([]);
    for (const id of linked) expect(page).toContain(`id="${id}"`);
    expect(page).toContain(`<html lang="${language}">`);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe("renderHtml", () => {
  const hostile = '<script>alert("x")</script>"><img src=x onerror=1>';

  it("escapes whatever comes from file names, manuals, products and metadata", async () => {
    const evil = {
      ...facts,
      product: { ...CASTING, names: { ko: hostile, en: hostile } },
      evidence: facts.evidence.map((entry) =>
        entry.kind === "manual" ? { ...entry, document: hostile, quotation: hostile } : entry,
      ),
      regions: facts.regions.map((region) => ({ ...region, label: hostile })),
    };
    const inspection = inspectionOf(evil, writeByRules(planReport(evil), "en"));
    const page = await renderHtml({
      inspection: {
        ...inspection,
        images: inspection.images.map((image) => ({ ...image, fileName: hostile })),
        metadata: { [hostile]: hostile },
        versions: { [hostile]: hostile },
        report: {
          ...inspection.report,
          writer: hostile,
          removed: [{ section: "status", text: hostile, reason: "no_evidence", detail: hostile }],
        },
      },
      product: evil.product,
      pictures,
    });
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<img src=x");
    expect(page).toContain("&lt;script&gt;");
  });

  it("asks nothing of any other place", async () => {
    const inspection = inspectionOf(facts, writeByRules(planReport(facts), "ko"));
    const page = await renderHtml({ inspection, product: facts.product, pictures });
    expect(page).toMatch(/default-src (?:'|&#39;)none/);
    expect(page).not.toMatch(/(?:src|href)="(?!data:|#)/);
    expect(page).not.toMatch(/url\(|@import/);
  });

  it("shows no empty frames where there are no pictures", async () => {
    const inspection = inspectionOf(facts, writeByRules(planReport(facts), "ko"));
    expect(await renderHtml({ inspection, product: null, pictures: {} })).not.toContain("<img");
  });

  it("tells boxes that the anomaly map supports from those that stand alone, on the picture and in a table", async () => {
    const found = factsNamed("fail with boxes for phrases");
    const inspection = inspectionOf(found, writeByRules(planReport(found), "en"));
    const page = await renderHtml({ inspection, product: found.product, pictures });
    expect(page).toMatch(/class="grounded supported" title="G1 type 2 burr"/);
    expect(page).toMatch(/class="grounded unsupported" title="G2 오염"/);
    expect(page).toContain("does not support it");
    expect(page.match(/class="key (un)?supported"/g)).toHaveLength(2);
  });
});
