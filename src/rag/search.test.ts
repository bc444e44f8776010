// Manual, index and ranking together: do questions find the page on which their answer stands?
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sampleRegistration } from "../store/testing/samples.ts";
import { indexManual } from "./index-manual.ts";
import { standsOnPage } from "./quotation.ts";
import type { ScoredPassage } from "./rank.ts";
import { FOREIGN, FRESH_PUMP_EN } from "./testing/fresh-questions.ts";
import { NEAR_PUMP } from "./testing/near-misses.ts";
import { HERE, sampleManual } from "./testing/pdfs.ts";
import { CASTING_EN, CASTING_KO, PUMP_EN, UNRELATED } from "./testing/questions.ts";
import { openSearching, type Searching } from "./testing/searching.ts";

const testData = process.env.GUMSA_TEST_DATA;
let searching: Searching;

beforeAll(async () => {
  searching = await openSearching();
});
afterAll(() => searching.close());

describe("searching the sample manuals", () => {
  it.each([
    ["불량", "불량"],
    ["기공", "기공|hole"],
    ["기공이", "기공|hole"],
    ["기공의", "기공|hole"],
    ["긁힘을", "긁힘|scratch"],
    ["오염은", "오염|stain"],
    ["버", "버|burr"],
    ["버가", "버|burr"],
  ])("finds %s, in either language where it is a defect type", async (word, names) => {
    const found = await searching.ask("casting", word);
    const speaksOfIt = ({ passage }: ScoredPassage): boolean =>
      new RegExp(names, "iu").test([...passage.headings, passage.quotation].join(" "));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((passage) => !speaksOfIt(passage))).toEqual([]);
  });

  it("finds the page of every Korean question", async () => {
    expect(await searching.misses("casting", CASTING_KO)).toEqual([]);
  });

  it("finds the page of nine in ten English questions", async () => {
    expect((await searching.misses("casting", CASTING_EN)).length).toBeLessThanOrEqual(
      CASTING_EN.length / 10,
    );
  });

  it("answers a question in the language of a manual from that manual", async () => {
    for (const { question } of CASTING_KO) {
      expect((await searching.ask("casting", question))[0]?.passage.document).toBe("casting-ko.pdf");
    }
  });

  it("finds an English passage by the Korean name of a defect type, where only that speaks of it", async () => {
    const english = await indexManual(await sampleManual("casting-en.pdf"), HERE);
    await searching.store.products.register({ ...sampleRegistration("english"), manuals: [english] });
    const [first] = await searching.ask("english", "스크래치 원인");
    expect(first?.passage.headings.at(-1)).toBe("5.2 Causes");
  });

  it.each(UNRELATED)("finds nothing for %j", async (question) => {
    expect(await searching.ask("casting", question)).toEqual([]);
  });

  it("quotes what stands on the stored page", async () => {
    for (const { documentId, page, quotation } of await searching.store.manuals.passages("casting")) {
      expect(standsOnPage(quotation, (await searching.store.manuals.page(documentId, page)) ?? "")).toBe(
        true,
      );
    }
  });
});

describe.skipIf(testData === undefined)("searching a foreign manual (needs GUMSA_TEST_DATA)", () => {
  beforeAll(async () => {
    const path = join(testData ?? "", "data", "manuals_en", "test_pump_manual.pdf");
    const manual = await indexManual({ fileName: path, bytes: new Uint8Array(await readFile(path)) }, HERE);
    await searching.store.products.register({ ...sampleRegistration("pump"), manuals: [manual] });
  });

  it("quotes it exactly", async () => {
    const passages = await searching.store.manuals.passages("pump");
    expect(passages.length).toBeGreaterThan(20);
    for (const { documentId, page, quotation } of passages) {
      expect(standsOnPage(quotation, (await searching.store.manuals.page(documentId, page)) ?? "")).toBe(
        true,
      );
    }
  });

  it("finds the page of nine in ten known questions, of seven in ten fresh ones", async () => {
    expect((await searching.misses("pump", PUMP_EN)).length).toBeLessThanOrEqual(PUMP_EN.length / 10);
    expect((await searching.misses("pump", FRESH_PUMP_EN)).length).toBeLessThanOrEqual(
      FRESH_PUMP_EN.length * 0.3,
    );
    expect((await searching.answered("pump", FOREIGN)).length).toBeLessThanOrEqual(FOREIGN.length / 10);
    expect((await searching.answered("pump", NEAR_PUMP)).length).toBeLessThanOrEqual(NEAR_PUMP.length / 10);
  });

  it("keeps the heading of the section that breaks between its first two pages", async () => {
    const [, continued] = (await searching.store.manuals.passages("pump")).filter(({ headings }) =>
      headings.includes("Non-Drive End Bearing (NSK 6206)"),
    );
    expect(continued).toMatchObject({
      page: 2,
      quotation: expect.stringMatching(/^- Pitch diameter: 42\.50 mm/),
    });
  });
});
