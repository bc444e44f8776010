// Manual, index and ranking together: the sample manuals in a store, and questions asked of them.
import { readFile } from "node:fs/promises";
import { DefectTypes } from "../../domain/defect-type.ts";
import { openStore } from "../../store/open-store.ts";
import type { Store } from "../../store/store.ts";
import { sampleRegistration, temporaryHome } from "../../store/testing/samples.ts";
import { conceptsOf, searchTerms } from "../concepts.ts";
import { indexManual } from "../index-manual.ts";
import { rankPassages, type ScoredPassage } from "../rank.ts";
import { HERE, sampleManual } from "./pdfs.ts";
import type { Question } from "./questions.ts";

const CASTING_TYPES = DefectTypes.parse(
  JSON.parse(await readFile(new URL("../../../examples/casting/types.json", import.meta.url), "utf8")),
);

export interface Searching {
  readonly store: Store;
  ask(product: string, question: string): Promise<ScoredPassage[]>;
  /** The questions of which none of the first passages stands on the page of the answer. */
  misses(
    product: string,
    questions: readonly Pick<Question, "question" | "page">[],
    among?: number,
  ): Promise<string[]>;
  /** The questions for which anything was found. */
  answered(product: string, questions: readonly string[]): Promise<string[]>;
  close(): Promise<void>;
}

export const openSearching = async (): Promise<Searching> => {
  const home = temporaryHome();
  const store = await openStore({ home: home.path });
  const files = [await sampleManual("casting-ko.pdf"), await sampleManual("casting-en.pdf")];
  const manuals = await Promise.all(files.map((file) => indexManual(file, HERE)));
  await store.products.register({ ...sampleRegistration("casting"), manuals });
  const asked = new Map<string, Promise<ScoredPassage[]>>();
  const search = async (product: string, question: string): Promise<ScoredPassage[]> => {
    const types = product === "pump" ? [] : CASTING_TYPES;
    const terms = searchTerms(conceptsOf(question, types));
    const frequencies = await store.manuals.frequencies(product, terms);
    const found = await store.manuals.search({ product, terms, limit: 60 });
    return rankPassages({ question, types, frequencies }, found);
  };
  /** Each question once, however many tests look at its answer. */
  const ask = (product: string, question: string): Promise<ScoredPassage[]> => {
    const key = `${product} ${question}`;
    const answer = asked.get(key) ?? search(product, question);
    asked.set(key, answer);
    return answer;
  };
  return {
    store,
    ask,
    async misses(product, questions, among = 1) {
      const missed: string[] = [];
      for (const { question, page } of questions) {
        const first = (await ask(product, question)).slice(0, among);
        if (!first.some(({ passage }) => passage.page === page)) missed.push(question);
      }
      return missed;
    },
    async answered(product, questions) {
      const found = await Promise.all(questions.map((question) => ask(product, question)));
      return questions.filter((_, index) => found[index]?.length !== 0);
    },
    async close() {
      await store[Symbol.asyncDispose]();
      home[Symbol.dispose]();
    },
  };
};
