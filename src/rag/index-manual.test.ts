import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { IndexedManual } from "../domain/manual.ts";
import { indexManual } from "./index-manual.ts";
import { standsOnPage } from "./quotation.ts";
import { sectionOf } from "./section-of.ts";
import { HERE, pdfOfPages, sampleManual } from "./testing/pdfs.ts";

const indexSample = async (fileName: string): Promise<IndexedManual> =>
  indexManual(await sampleManual(fileName), HERE);

/** The pages on which a section stands, by the number of its heading. */
const pagesOf = ({ passages }: IndexedManual, section: string): number[] =>
  passages.filter(({ headings }) => headings.at(-1)?.startsWith(`${section} `)).map(({ page }) => page);

/** Every figure of a section, sorted; the order of words differs between languages. */
const figuresBySection = ({ passages }: IndexedManual): Map<string, string[]> => {
  const figures = new Map<string, string[]>();
  for (const { headings, quotation } of passages) {
    const [section] = /^\d+\.\d+/u.exec(headings.at(-1) ?? "") ?? [];
    if (section === undefined) continue;
    const found = quotation.match(/\d+(?:[.,]\d+)*/gu) ?? [];
    figures.set(section, [...(figures.get(section) ?? []), ...found].sort());
  }
  return figures;
};

describe("indexManual", () => {
  it("knows a document by its bytes and its file's name", async () => {
    const { bytes } = await sampleManual("casting-en.pdf");
    const manual = await indexManual({ fileName: "some/folder/casting-en.pdf", bytes }, HERE);
    expect(manual.document).toBe("casting-en.pdf");
    expect(manual.documentId).toBe(`sha256:${createHash("sha256").update(bytes).digest("hex")}`);
  });

  it.each(["casting-ko.pdf", "casting-en.pdf"])(
    "quotes %s exactly, each passage on its page",
    async (name) => {
      const manual = await indexSample(name);
      expect(manual.passages.length).toBeGreaterThan(25);
      for (const { page, quotation, terms } of manual.passages) {
        expect(standsOnPage(quotation, manual.pages[page - 1] ?? "")).toBe(true);
        expect(terms.length).toBeGreaterThan(0);
      }
    },
  );

  it.each([
    ["casting-ko.pdf", "4.2", "2", 3],
    ["casting-en.pdf", "6.2", "4", 5],
  ])(
    "keeps the heading in %s where section %s breaks right below it",
    async (name, section, before, page) => {
      const manual = await indexSample(name);
      expect(manual.pages[Number(before) - 1]).toMatch(new RegExp(`^${section} `, "mu"));
      expect(pagesOf(manual, section)).toEqual([page]);
    },
  );

  it("gives two passages with the same headings where bullets go on overleaf", async () => {
    expect(pagesOf(await indexSample("casting-en.pdf"), "3.4")).toEqual([2, 3]);
  });

  it.each(["casting-ko.pdf", "casting-en.pdf"])("quotes no header or footer of %s", async (name) => {
    const { passages } = await indexSample(name);
    const body = passages.slice(1).map(({ quotation }) => quotation);
    expect(body.join(" ")).not.toMatch(/IM-CAST|\d \/ \d$/u);
  });

  it("reads the same figures in both languages", async () => {
    const korean = figuresBySection(await indexSample("casting-ko.pdf"));
    expect(korean.size).toBe(24);
    expect(korean).toEqual(figuresBySection(await indexSample("casting-en.pdf")));
  });

  it.each(["casting-ko.pdf", "casting-en.pdf"])(
    "finds causes, actions and prevention of all four types in %s",
    async (name) => {
      const { passages } = await indexSample(name);
      const covered = new Set(
        passages.map(({ headings }) => `${headings[0]?.charAt(0)} ${sectionOf(headings)}`),
      );
      for (const chapter of [3, 4, 5, 6]) {
        for (const section of ["causes", "actions", "prevention"])
          expect(covered).toContain(`${chapter} ${section}`);
      }
    },
  );

  it("keeps the heading of a drawn manual whose section breaks across pages", async () => {
    const file = await pdfOfPages([
      ["1. Scratch", "1.1 Causes"],
      ["• Parts rub in the basket.", "• Chips lie on the belt."],
    ]);
    expect((await indexManual(file, HERE)).passages).toMatchObject([
      {
        page: 2,
        headings: ["1. Scratch", "1.1 Causes"],
        quotation: "• Parts rub in the basket. • Chips lie on the belt.",
      },
    ]);
  });
});
