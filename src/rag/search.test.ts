// Manual, index and ranking together: do questions find the page on which their answer stands?
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DefectTypes } from "../domain/defect-type.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import { sampleRegistration, type TemporaryHome, temporaryHome } from "../store/testing/samples.ts";
import { conceptsOf, searchTerms } from "./concepts.ts";
import { indexManual } from "./index-manual.ts";
import { standsOnPage } from "./quotation.ts";
import { rankPassages, type ScoredPassage } from "./rank.ts";
import { FOREIGN, FRESH_CASTING_EN, FRESH_CASTING_KO, FRESH_PUMP_EN } from "./testing/fresh-questions.ts";
import { ANSWERED, LATER_ANSWERED, LATER_NEAR, NEAR, NEAR_PUMP } from "./testing/near-misses.ts";
import { FOREIGN_PARAPHRASES, PARAPHRASES } from "./testing/paraphrases.ts";
import { HERE, sampleManual } from "./testing/pdfs.ts";
import { CASTING_EN, CASTING_KO, PUMP_EN, type Question, UNRELATED } from "./testing/questions.ts";

const testData = process.env.GUMSA_TEST_DATA;
const castingTypes = DefectTypes.parse(
  JSON.parse(await readFile(new URL("../../examples/casting/types.json", import.meta.url), "utf8")),
);
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

const asked = new Map<string, Promise<ScoredPassage[]>>();

/** Each question once, however many tests look at its answer. */
const ask = (product: string, question: string): Promise<ScoredPassage[]> => {
  const key = `${product} ${question}`;
  const answer = asked.get(key) ?? search(product, question);
  asked.set(key, answer);
  return answer;
};

const search = async (product: string, question: string): Promise<ScoredPassage[]> => {
  const types = product === "casting" ? castingTypes : [];
  const terms = searchTerms(conceptsOf(question, types));
  const frequencies = await store.manuals.frequencies(product, terms);
  const found = await store.manuals.search({ product, terms, limit: 60 });
  return rankPassages({ question, types, frequencies }, found);
};

/** The questions of which none of the first passages stands on the page of the answer. */
const misses = async (
  product: string,
  questions: readonly Pick<Question, "question" | "page">[],
  among = 1,
): Promise<string[]> => {
  const missed: string[] = [];
  for (const { question, page } of questions) {
    const first = (await ask(product, question)).slice(0, among);
    if (!first.some(({ passage }) => passage.page === page)) missed.push(question);
  }
  return missed;
};

const answered = async (product: string, questions: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(questions.map((question) => ask(product, question)));
  return questions.filter((_, index) => found[index]?.length !== 0);
};

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
    const found = await ask("casting", word);
    const speaksOfIt = ({ passage }: ScoredPassage): boolean =>
      new RegExp(names, "iu").test([...passage.headings, passage.quotation].join(" "));
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((passage) => !speaksOfIt(passage))).toEqual([]);
  });

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

  it("finds fresh questions' pages: nine in ten first, all among the first three but three", async () => {
    const questions = [...FRESH_CASTING_KO, ...FRESH_CASTING_EN];
    expect((await misses("casting", questions)).length).toBeLessThanOrEqual(4);
    expect((await misses("casting", questions, 3)).length).toBeLessThanOrEqual(3);
  });

  it("finds the page of nine in ten questions that ask in everyday words, and is silent where they ask for other things", async () => {
    const missed = await misses("casting", PARAPHRASES);
    expect(missed.length).toBeLessThanOrEqual(PARAPHRASES.length / 10);
    expect((await answered("casting", FOREIGN_PARAPHRASES)).length).toBeLessThanOrEqual(1);
  });

  it("answers one in ten questions about other things at the most", async () => {
    expect((await answered("casting", FOREIGN)).length).toBeLessThanOrEqual(FOREIGN.length / 10);
  });

  it("says of what the manuals know nothing that was not written: nine in ten times, eight in ten of later questions", async () => {
    expect((await answered("casting", NEAR)).length).toBeLessThanOrEqual(NEAR.length * 0.1);
    expect((await answered("casting", LATER_NEAR)).length).toBeLessThanOrEqual(LATER_NEAR.length * 0.2);
  });

  it("finds the page of eight in ten questions of the same making, among three", async () => {
    const questions = [...ANSWERED, ...LATER_ANSWERED];
    expect((await misses("casting", questions, 3)).length).toBeLessThanOrEqual(questions.length * 0.2);
  });

  it("finds an English passage by the Korean name of a defect type, where only that speaks of it", async () => {
    const english = await indexManual(await sampleManual("casting-en.pdf"), HERE);
    await store.products.register({ ...sampleRegistration("english"), manuals: [english] });
    const terms = searchTerms(conceptsOf("스크래치 원인", castingTypes));
    const frequencies = await store.manuals.frequencies("english", terms);
    const found = await store.manuals.search({ product: "english", terms, limit: 60 });
    const [first] = rankPassages({ question: "스크래치 원인", types: castingTypes, frequencies }, found);
    expect(first?.passage.headings.at(-1)).toBe("5.2 Causes");
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

  it("finds the page of nine in ten known questions, of seven in ten fresh ones", async () => {
    expect((await misses("pump", PUMP_EN)).length).toBeLessThanOrEqual(PUMP_EN.length / 10);
    expect((await misses("pump", FRESH_PUMP_EN)).length).toBeLessThanOrEqual(FRESH_PUMP_EN.length * 0.3);
    expect((await answered("pump", FOREIGN)).length).toBeLessThanOrEqual(FOREIGN.length / 10);
    expect((await answered("pump", NEAR_PUMP)).length).toBeLessThanOrEqual(NEAR_PUMP.length / 10);
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
