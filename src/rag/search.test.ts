// Manual, index and ranking together: do questions find the page on which their answer stands?
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { sampleRegistration, type TemporaryHome, temporaryHome } from "../store/testing/samples.ts";
import { indexManual } from "./index-manual.ts";
import { standsOnPage } from "./quotation.ts";
import { rankPassages, type ScoredPassage } from "./rank.ts";
import { termsOf } from "./terms.ts";
import { HERE, sampleManual } from "./testing/pdfs.ts";
import { CASTING_EN, CASTING_KO, PUMP_EN, type Question, UNRELATED } from "./testing/questions.ts";

const testData = process.env.GUMSA_TEST_DATA;
let home: TemporaryHome;
let store: Store;

beforeAll(async () => {
  home = temporaryHome();
  store = await openStore({ home: home.path });
  const casting = [await sampleManual("casting-ko.pdf"), await sampleManual("casting-en.pdf")];
  const manuals = await Promise.all(casting.map((file) => indexManual(file, HERE)));
  await store.products.register({ ...sampleRegistration("casting"), manuals });
});
afterAll(async () => {
  await store[Symbol.asyncDispose]();
  home[Symbol.dispose]();
});

const ask = async (product: string, question: string): Promise<ScoredPassage[]> => {
  const found = await store.manuals.search({ product, terms: termsOf(question), limit: 40 });
  return rankPassages(question, found);
};

/** The questions whose first passage stands on another page than the answer. */
const misses = async (product: string, questions: readonly Question[]): Promise<string[]> => {
  const missed: string[] = [];
  for (const { question, page } of questions) {
    const [first] = await ask(product, question);
    if (first?.passage.page !== page) missed.push(question);
  }
  return missed;
};

describe("searching the sample manuals", () => {
  it.each(["불량", "기공", "기공이", "기공의", "긁힘을", "오염은", "버", "버가"])(
    "finds %s",
    async (word) => {
      const found = await ask("casting", word);
      const [stem = ""] = /불량|기공|긁힘|오염|버/u.exec(word) ?? [];
      expect(found.length).toBeGreaterThan(0);
      expect(
        found.every(({ passage }) => [...passage.headings, passage.quotation].join(" ").includes(stem)),
      ).toBe(true);
    },
  );

  it("finds the page of every Korean question", async () => {
    expect(await misses("casting", CASTING_KO)).toEqual([]);
  });

  it("finds the page of nine in ten English questions", async () => {
    expect((await misses("casting", CASTING_EN)).length).toBeLessThanOrEqual(CASTING_EN.length / 10);
  });

  it("answers a question in the language of a manual from that manual", async () => {
    for (const { question } of CASTING_KO) {
      expect((await ask("casting", question))[0]?.passage.document).toBe("casting-ko.pdf");
    }
  });

  it.each(UNRELATED)("finds nothing for %j", async (question) => {
    expect(await ask("casting", question)).toEqual([]);
  });

  it("quotes what stands on the stored page", async () => {
    for (const { documentId, page, quotation } of await store.manuals.passages("casting")) {
      expect(standsOnPage(quotation, (await store.manuals.page(documentId, page)) ?? "")).toBe(true);
    }
  });
});

describe.skipIf(testData === undefined)("searching a foreign manual (needs GUMSA_TEST_DATA)", () => {
  beforeAll(async () => {
    const path = join(testData ?? "", "data", "manuals_en", "test_pump_manual.pdf");
    const manual = await indexManual({ fileName: path, bytes: new Uint8Array(await readFile(path)) }, HERE);
    await store.products.register({ ...sampleRegistration("pump"), manuals: [manual] });
  });

  it("quotes it exactly", async () => {
    const passages = await store.manuals.passages("pump");
    expect(passages.length).toBeGreaterThan(20);
    for (const { documentId, page, quotation } of passages) {
      expect(standsOnPage(quotation, (await store.manuals.page(documentId, page)) ?? "")).toBe(true);
    }
  });

  it("finds the page of three in four questions", async () => {
    expect((await misses("pump", PUMP_EN)).length).toBeLessThanOrEqual(PUMP_EN.length / 4);
  });

  it("keeps the heading of the section that breaks between its first two pages", async () => {
    const [, continued] = (await store.manuals.passages("pump")).filter(({ headings }) =>
      headings.includes("Non-Drive End Bearing (NSK 6206)"),
    );
    expect(continued).toMatchObject({
      page: 2,
      quotation: expect.stringMatching(/^- Pitch diameter: 42\.50 mm/),
    });
  });
});
