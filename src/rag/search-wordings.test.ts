// Questions in other words than the manuals', and questions that they do not answer.
import { afterAll, beforeAll, expect, it } from "vitest";
import { FOREIGN, FRESH_CASTING_EN, FRESH_CASTING_KO } from "./testing/fresh-questions.ts";
import { ANSWERED, LATER_ANSWERED, LATER_NEAR, NEAR } from "./testing/near-misses.ts";
import { FOREIGN_PARAPHRASES, PARAPHRASES } from "./testing/paraphrases.ts";
import { openSearching, type Searching } from "./testing/searching.ts";

let searching: Searching;

beforeAll(async () => {
  searching = await openSearching();
});
afterAll(() => searching.close());

it("finds fresh questions' pages: nine in ten first, all among the first three but three", async () => {
  const questions = [...FRESH_CASTING_KO, ...FRESH_CASTING_EN];
  expect((await searching.misses("casting", questions)).length).toBeLessThanOrEqual(4);
  expect((await searching.misses("casting", questions, 3)).length).toBeLessThanOrEqual(3);
});

it("finds the page of nine in ten questions that ask in everyday words, and is silent where they ask for other things", async () => {
  const missed = await searching.misses("casting", PARAPHRASES);
  expect(missed.length).toBeLessThanOrEqual(PARAPHRASES.length / 10);
  expect((await searching.answered("casting", FOREIGN_PARAPHRASES)).length).toBeLessThanOrEqual(1);
});

it("answers one in ten questions about other things at the most", async () => {
  expect((await searching.answered("casting", FOREIGN)).length).toBeLessThanOrEqual(FOREIGN.length / 10);
});

it("says of what the manuals know nothing that was not written: nine in ten times, eight in ten of later questions", async () => {
  expect((await searching.answered("casting", NEAR)).length).toBeLessThanOrEqual(NEAR.length * 0.1);
  expect((await searching.answered("casting", LATER_NEAR)).length).toBeLessThanOrEqual(
    LATER_NEAR.length * 0.2,
  );
});

it("finds the page of eight in ten questions of the same making, among three", async () => {
  const questions = [...ANSWERED, ...LATER_ANSWERED];
  expect((await searching.misses("casting", questions, 3)).length).toBeLessThanOrEqual(
    questions.length * 0.2,
  );
});
