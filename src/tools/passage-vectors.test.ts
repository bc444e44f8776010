import { afterEach, beforeEach, expect, it } from "vitest";
import { GumsaError } from "../errors.ts";
import type { TextEmbedder } from "../inference/text-embedder.ts";
import { openStore } from "../store/open-store.ts";
import type { Store } from "../store/store.ts";
import {
  blobId,
  sampleManual,
  samplePassage,
  sampleRegistration,
  temporaryHome,
} from "../store/testing/samples.ts";
import { createPassageVectors } from "./passage-vectors.ts";

/** Meaning by numbers: what a text is about points along its own axis; anything else along the last. */
const SUBJECTS = [/\bhole\b|\bpit\b|기공/iu, /\bscratch\b|\bgroove\b|긁힘/iu];
const vectorOf = (text: string): Float32Array => {
  const subject = SUBJECTS.findIndex((words) => words.test(text));
  return Float32Array.from([0, 1, 2], (axis) => (axis === (subject < 0 ? 2 : subject) ? 1 : 0));
};

const embedderOf = (changes: Partial<TextEmbedder> = {}): TextEmbedder & { readonly seen: string[] } => {
  const seen: string[] = [];
  return {
    name: "axes",
    version: async () => "axes:1",
    embed: async (texts, role) => {
      if (role === "passage") seen.push(...texts);
      return texts.map(vectorOf);
    },
    seen,
    ...changes,
  };
};

let store: Store;
let close: () => Promise<void>;
beforeEach(async () => {
  const home = temporaryHome();
  store = await openStore({ home: home.path });
  close = async () => {
    await store[Symbol.asyncDispose]();
    home[Symbol.dispose]();
  };
  const passages = [samplePassage("a gas hole is a round pit"), samplePassage("a scratch is a groove")];
  await store.products.register({ ...sampleRegistration(), manuals: [sampleManual({ passages })] });
});
afterEach(() => close());

it("finds a passage that says the same in other words, and none for a question about something else", async () => {
  const vectors = createPassageVectors({ store, embedder: embedderOf() });
  const { passages, retrieval } = await vectors.search("casting", "기공?", {});
  expect(passages.map(({ quotation }) => quotation)).toEqual(["a gas hole is a round pit"]);
  expect(retrieval).toEqual({ vectors: "used", model: "axes" });
  expect((await vectors.search("casting", "What is for lunch?", {})).passages).toEqual([]);
});

it("describes each passage once, and only those that a new revision changed", async () => {
  const embedder = embedderOf();
  const vectors = createPassageVectors({ store, embedder });
  await vectors.complete("casting", {});
  await vectors.search("casting", "groove", {});
  expect(embedder.seen).toHaveLength(2);
  const passages = [samplePassage("a scratch is a groove"), samplePassage("a pit is a cavity")];
  await store.manuals.add("casting", sampleManual({ documentId: blobId(77), passages }));
  const found = await vectors.search("casting", "groove", {});
  expect(embedder.seen).toHaveLength(3);
  expect(found.passages).toMatchObject([{ revision: 2, quotation: "a scratch is a groove" }]);
});

it("describes all of them again for another version of the model", async () => {
  await createPassageVectors({ store, embedder: embedderOf() }).complete("casting", {});
  const changed = embedderOf({ version: async () => "axes:2" });
  await createPassageVectors({ store, embedder: changed }).complete("casting", {});
  expect(changed.seen).toHaveLength(2);
});

it("says that it went by words alone when the model is away or none is set up", async () => {
  const away = embedderOf({
    version: async () => {
      throw new GumsaError("llm_unavailable", "no server");
    },
  });
  const { retrieval, passages } = await createPassageVectors({ store, embedder: away }).search(
    "casting",
    "hole",
    {},
  );
  expect(retrieval).toEqual({ vectors: "away", model: "axes", reason: "llm_unavailable" });
  expect(passages).toEqual([]);
  expect((await createPassageVectors({ store }).search("casting", "hole", {})).retrieval).toEqual({
    vectors: "none",
  });
});
