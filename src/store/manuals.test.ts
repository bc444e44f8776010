import { beforeEach, describe, expect, it } from "vitest";
import type { Store } from "./store.ts";
import { blobId, sampleManual, samplePassage, sampleRegistration } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  for (const id of ["casting", "board"]) {
    await store.products.register({ ...sampleRegistration(id), manuals: [] });
  }
  return temporary.close;
});

const found = async (...terms: readonly string[]): Promise<string[]> => {
  const passages = await store.manuals.search({ product: "casting", terms, limit: 10 });
  return passages.map(({ passage }) => passage.quotation);
};

describe("search", () => {
  beforeEach(async () => {
    const passages = [
      samplePassage("기공은 주조 불량이다", { page: 2, terms: ["기공", "공은", "주조", "불량", "량이"] }),
      samplePassage("날개 버 제거", { terms: ["날개", "버", "제거"] }),
      samplePassage("gas porosity 0.5", { terms: ["gas", "porosity", "gas", "0.5", "12-a"] }),
      samplePassage("AND NEAR", {
        terms: ["AND", 'a"b', "porosi*", "NEAR(x", "terms:gas", "'", "--", "x".repeat(500)],
      }),
    ];
    await store.manuals.add("casting", sampleManual({ passages }));
  });

  it.each([
    [["불량"], "기공은 주조 불량이다"],
    [["기공"], "기공은 주조 불량이다"],
    [["버"], "날개 버 제거"],
    [["0.5"], "gas porosity 0.5"],
    [["12-a"], "gas porosity 0.5"],
    [["AND"], "AND NEAR"],
    [['a"b'], "AND NEAR"],
    [["porosi*"], "AND NEAR"],
    [["NEAR(x"], "AND NEAR"],
    [["terms:gas"], "AND NEAR"],
    [["'"], "AND NEAR"],
    [["--"], "AND NEAR"],
    [["x".repeat(500)], "AND NEAR"],
    [["nothing", "porosity"], "gas porosity 0.5"],
  ])("finds %j in one passage", async (terms, quotation) => {
    expect(await found(...terms)).toEqual([quotation]);
  });

  it.each([
    [["and"]],
    [["poros"]],
    [["por*"]],
    [["공주"]],
    [["5"]],
    [["12"]],
    [[""]],
    [[]],
    [["*"]],
    [["NOT"]],
  ])("finds nothing for %j, which is no term of any passage", async (terms) => {
    expect(await found(...terms)).toEqual([]);
  });

  it("puts the passage with more of the terms first and scores it higher", async () => {
    const results = await store.manuals.search({
      product: "casting",
      terms: ["gas", "porosity", "날개"],
      limit: 10,
    });
    expect(results.map(({ passage }) => passage.quotation)).toEqual(["gas porosity 0.5", "날개 버 제거"]);
    expect(results[0]?.score).toBeGreaterThan(results[1]?.score ?? Number.POSITIVE_INFINITY);
    expect(results[1]?.score).toBeGreaterThan(0);
  });

  it("keeps to the limit", async () => {
    const search = { product: "casting", terms: ["gas", "기공", "버"], limit: 2 };
    expect(await store.manuals.search(search)).toHaveLength(2);
  });

  it("says where the passage stands", async () => {
    const [first] = await store.manuals.search({ product: "casting", terms: ["기공"], limit: 1 });
    expect(first?.passage).toEqual({
      document: "casting.pdf",
      documentId: blobId(1000),
      revision: 1,
      page: 2,
      headings: ["Defects"],
      quotation: "기공은 주조 불량이다",
      form: "text",
    });
  });

  it("finds nothing of another product", async () => {
    expect(await store.manuals.search({ product: "board", terms: ["기공"], limit: 5 })).toEqual([]);
  });

  it("takes a question of thousands of terms", async () => {
    const terms = Array.from({ length: 3000 }, (_, index) => `term${index}`);
    expect(await found(...terms, "버")).toEqual(["날개 버 제거"]);
  });
});

describe("revisions", () => {
  const later = sampleManual({
    documentId: blobId(1001),
    pages: ["new first page"],
    passages: [samplePassage("shrinkage only")],
  });

  it("changes nothing when the same bytes come again, under whatever name", async () => {
    const first = await store.manuals.add("casting", sampleManual());
    expect(await store.manuals.add("casting", sampleManual())).toEqual(first);
    expect(await store.manuals.add("casting", sampleManual({ document: "copy.pdf" }))).toEqual(first);
    expect(await store.manuals.list("casting")).toEqual([first]);
    expect(await found("porosity")).toHaveLength(1);
  });

  it("counts other bytes of the same name as the next revision, and searches only that", async () => {
    await store.manuals.add("casting", sampleManual());
    expect(await store.manuals.add("casting", later)).toMatchObject({ revision: 2, pages: 1, passages: 1 });
    expect(await store.manuals.list("casting")).toMatchObject([{ revision: 2, documentId: blobId(1001) }]);
    expect(await found("porosity")).toEqual([]);
    expect(await found("shrinkage")).toEqual(["shrinkage only"]);
    expect(await store.manuals.passages("casting")).toMatchObject([{ revision: 2 }]);
  });

  it("keeps the pages of earlier revisions readable", async () => {
    await store.manuals.add("casting", sampleManual());
    await store.manuals.add("casting", later);
    expect(await store.manuals.page(blobId(1000), 2)).toBe("second page");
    expect(await store.manuals.page(blobId(1001), 1)).toBe("new first page");
    expect(await store.manuals.page(blobId(1001), 2)).toBeUndefined();
  });

  it("weighs a passage as if the earlier revision had never been", async () => {
    const passages = Array.from({ length: 20 }, () => samplePassage("shrinkage everywhere"));
    await store.manuals.add("casting", sampleManual({ passages }));
    const second = sampleManual({
      documentId: blobId(1002),
      passages: [samplePassage("shrinkage"), samplePassage("gas"), samplePassage("burr")],
    });
    await store.manuals.add("casting", second);
    const again = await store.manuals.search({ product: "casting", terms: ["shrinkage"], limit: 1 });
    await store.products.remove("casting");
    await store.products.register({ ...sampleRegistration(), manuals: [second] });
    const alone = await store.manuals.search({ product: "casting", terms: ["shrinkage"], limit: 1 });
    expect(again[0]?.score).toBeCloseTo(alone[0]?.score ?? Number.NaN, 10);
  });

  it("gives the same PDF to two products, and keeps its pages for the one that stays", async () => {
    await store.manuals.add("casting", sampleManual());
    await store.manuals.add("board", sampleManual());
    await store.products.remove("casting");
    expect(await store.manuals.page(blobId(1000), 1)).toBe("first page");
    expect(await store.manuals.list("board")).toHaveLength(1);
  });
});

describe("remove", () => {
  const second = sampleManual({ documentId: blobId(1001), passages: [samplePassage("shrinkage only")] });

  it("takes every revision out of lists and searches, and keeps their pages for reports", async () => {
    await store.manuals.add("casting", sampleManual());
    await store.manuals.add("casting", second);
    expect(await store.manuals.remove("casting", "casting.pdf")).toMatchObject({ revision: 2 });
    expect(await store.manuals.list("casting")).toEqual([]);
    expect(await store.manuals.find("casting", blobId(1001))).toBeUndefined();
    expect([...(await found("shrinkage")), ...(await found("porosity"))]).toEqual([]);
    expect(await store.manuals.page(blobId(1000), 1)).toBe("first page");
  });

  it("brings the same bytes back under their old number, and gives other bytes a new one", async () => {
    await store.manuals.add("casting", sampleManual());
    await store.manuals.remove("casting", "casting.pdf");
    expect(await store.manuals.add("casting", second)).toMatchObject({ revision: 2 });
    expect(await store.manuals.add("casting", sampleManual())).toMatchObject({ revision: 1 });
    expect(await found("porosity")).toEqual([]);
    await store.manuals.remove("casting", "casting.pdf");
    expect(await store.manuals.add("casting", sampleManual())).toMatchObject({ revision: 1 });
    expect(await found("porosity")).toEqual(["gas porosity in thick walls"]);
  });

  it("names the manuals that there are when it is asked for another", async () => {
    await store.manuals.add("casting", sampleManual());
    await expect(store.manuals.remove("casting", "other.pdf")).rejects.toMatchObject({
      code: "manual_unknown",
      hint: "it has casting.pdf",
    });
  });
});

it("counts the passages that hold a term, of this product and the latest revisions", async () => {
  const passages = [samplePassage("gas hole"), samplePassage("gas pore"), samplePassage("burr")];
  await store.manuals.add("casting", sampleManual({ passages: [samplePassage("gas")] }));
  await store.manuals.add("casting", sampleManual({ documentId: blobId(7), passages }));
  await store.manuals.add("board", sampleManual({ passages }));
  const { passages: all, holding } = await store.manuals.frequencies("casting", ["gas", "burr", "crack"]);
  expect(all).toBe(3);
  expect(Object.fromEntries(holding)).toEqual({ gas: 2, burr: 1, crack: 0 });
});

it("lists all passages by document and page", async () => {
  const passages = [samplePassage("one"), samplePassage("two", { page: 2, headings: ["결함", "기공"] })];
  await store.manuals.add("casting", sampleManual({ document: "b.pdf", passages }));
  await store.manuals.add(
    "casting",
    sampleManual({ document: "a.pdf", documentId: blobId(5), passages: [samplePassage("zero")] }),
  );
  const all = await store.manuals.passages("casting");
  expect(all.map(({ quotation }) => quotation)).toEqual(["zero", "one", "two"]);
  expect(all[2]?.headings).toEqual(["결함", "기공"]);
});

it("refuses a manual of an unknown product", async () => {
  await expect(store.manuals.add("nobody", sampleManual())).rejects.toMatchObject({
    code: "product_unknown",
  });
});
