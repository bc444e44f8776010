import { expect, it } from "vitest";
import { pdfOfPages } from "../../src/rag/testing/pdfs.ts";
import { holdsWords, standsOn } from "./literal.ts";
import { pdfPages } from "./pdf-pages.ts";

const drawn = await pdfOfPages([["Lids"], ["Press the lid below", "12 bar and cool it."]]);
const [, second = ""] = await pdfPages(drawn.bytes, "drawn.pdf");

it.each([
  { words: "Press the lid below 12 bar and cool it.", is: true },
  { words: "lid below\n 12 bar", is: true },
  { words: "Press the lid below 13 bar", is: false },
  { words: "press the lid", is: false },
  { words: "Lids", is: false },
])("says that “$words” stands on the page: $is", ({ words, is }) => {
  expect(standsOn(second, words)).toBe(is);
});

it("looks for words whatever their case, and for all of them", () => {
  expect(holdsWords(second, ["LID", "12 bar"])).toBe(true);
  expect(holdsWords(second, ["lid", "13 bar"])).toBe(false);
});

it("says that what is no PDF cannot be read", async () => {
  await expect(pdfPages(new TextEncoder().encode("%PDF-1.7 torn"), "torn.pdf")).rejects.toMatchObject({
    code: "manual_unreadable",
  });
});
