// PDF and Markdown of every kind of record, and a record in the language in which it was not written.
import { describe, expect, it } from "vitest";
import type { Language } from "../domain/language.ts";
import type { ReportDocument } from "./document.ts";
import { contextOf, factsNamed, inspectionOf, LANGUAGES } from "./fixtures.ts";
import { renderHtml } from "./html.ts";
import { renderMarkdown } from "./markdown.ts";
import { renderPdf } from "./pdf.ts";
import { planReport } from "./plan.ts";
import { rephrased } from "./rephrased.ts";
import { writeByRules } from "./rule-writer.ts";
import { differingFacts } from "./same-facts.ts";
import { CASES } from "./testing/cases.ts";

// A white pixel.
const PIXEL = {
  bytes: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
    "base64",
  ),
  mime: "image/png",
} as const;

const documentOf = (name: string, language: Language): ReportDocument => {
  const facts = factsNamed(name);
  return {
    inspection: inspectionOf(facts, writeByRules(planReport(facts), language)),
    product: facts.product,
    pictures: {
      overlay: PIXEL,
      source: PIXEL,
      crops: [PIXEL, PIXEL],
      cases: { S1: PIXEL },
      pages: { M2: PIXEL },
    },
  };
};

describe.each(CASES)("the files of a %s", (name) => {
  it.each(LANGUAGES)("are written in %s without a gap", (language) => {
    const document = documentOf(name, language);
    const text = renderMarkdown(document);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
    for (const { id } of document.inspection.evidence) expect(text).toContain(`**${id}**`);
  });
});

describe.each(LANGUAGES)("the report in %s", (language) => {
  it("is a PDF with its own font and pictures", async () => {
    const bytes = Buffer.from(await renderPdf(documentOf("fail with a suspected type", language)));
    const text = bytes.toString("latin1");
    expect(text.startsWith("%PDF-")).toBe(true);
    expect(text).toContain("NanumGothic");
    expect(text.match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(1);
  });

  it("shows regions, known cases and cited pages where there are pictures of them", async () => {
    const document = documentOf("fail with a suspected type", language);
    const page = await renderHtml(document);
    const text = renderMarkdown(document);
    for (const caption of ["S1 · ", "M2 · casting v2 (en).pdf"]) expect(page).toContain(caption);
    expect(text).toContain("][case-S1]");
    expect(text).toContain("][region-1]");
    expect(await renderHtml({ ...document, pictures: {} })).not.toContain('class="gallery"');
  });

  it("can be had from a record in the other language, with the same facts", () => {
    const other = language === "ko" ? "en" : "ko";
    const facts = factsNamed("fail with passages");
    const { inspection, product } = documentOf("fail with passages", other);
    const context = contextOf(facts);
    const report = rephrased(inspection, language, { product, pageText: context.pageText });
    expect(report.language).toBe(language);
    expect(report.removed).toEqual([]);
    expect(differingFacts(report, inspection.report, context)).toEqual({ onlyInFirst: [], onlyInSecond: [] });
  });
});

it("lets no text of a manual become Markdown of its own", () => {
  const document = documentOf("fail with passages", "en");
  const { inspection } = document;
  const hostile = "](x) <img src=x> | `a`\n# b";
  const images = inspection.images.map((image) => ({ ...image, fileName: hostile }));
  const text = renderMarkdown({ ...document, inspection: { ...inspection, images } });
  expect(text).not.toMatch(/(?<!\\)\]\(x\)/);
  expect(text).not.toMatch(/(?<!\\)<img/);
  expect(text).not.toMatch(/^# b/m);
});
