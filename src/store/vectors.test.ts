import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { openStore } from "./open-store.ts";
import type { Store, StoredVector, VectorSetKey } from "./store.ts";
import { sampleRegistration, type TemporaryHome, temporaryHome } from "./testing/samples.ts";

const KEY: VectorSetKey = { product: "casting", view: "front", set: "cases" };
const DIMENSIONS = 8;

let home: TemporaryHome;
let store: Store;

beforeEach(async () => {
  home = temporaryHome();
  store = await openStore({ home: home.path });
  await store.products.register(sampleRegistration());
  return async () => {
    await store[Symbol.asyncDispose]();
    home[Symbol.dispose]();
  };
});

const unit = (numbers: readonly number[]): Float32Array =>
  Float32Array.from(numbers, (value) => value / Math.hypot(...numbers));
/** Vectors that turn away from the first axis step by step. */
const turned = (step: number): Float32Array => unit([1, step / 10, 0, 0, 0, 0, 0, 0]);
const vectorOf = (item: string, numbers: Float32Array): StoredVector => ({
  item,
  part: "whole",
  recipe: "test",
  numbers,
});
const put = (...steps: readonly number[]): Promise<void> =>
  store.vectors.put(
    KEY,
    steps.map((step) => vectorOf(`case-${step}`, turned(step))),
  );
const nearest = async (count: number, from: Store = store): Promise<string[]> =>
  (await from.vectors.nearest(KEY, turned(0), count)).map(({ item }) => item);
const folder = (): string => join(home.path, "indexes", "casting", "front");
const indexFile = (): string => join(folder(), readdirSync(folder())[0] ?? "");
/** As another process sees it: with an empty memory. */
const anotherStore = async <Result>(work: (other: Store) => Promise<Result>): Promise<Result> => {
  const other = await openStore({ home: home.path });
  try {
    return await work(other);
  } finally {
    await other[Symbol.asyncDispose]();
  }
};

describe("the search among vectors", () => {
  it("finds nothing in an empty set and at most what is there", async () => {
    expect(await nearest(5)).toEqual([]);
    await put(1, 2);
    expect(await nearest(20)).toEqual(["case-1", "case-2"]);
  });

  it("gives the cosine as the similarity, 0 for what points apart", async () => {
    await store.vectors.put(KEY, [
      vectorOf("same", turned(0)),
      vectorOf("apart", unit([-1, 0, 0, 0, 0, 0, 0, 0])),
    ]);
    const found = await store.vectors.nearest(KEY, turned(0), 2);
    expect(found.map(({ similarity }) => similarity)).toEqual([1, 0]);
  });

  it("follows additions, removals and replacements", async () => {
    await put(1, 2, 3);
    expect(await nearest(1)).toEqual(["case-1"]);
    await store.vectors.drop(KEY, ["case-1"]);
    await put(4);
    expect(await nearest(10)).toEqual(["case-2", "case-3", "case-4"]);
    await store.vectors.put(KEY, [vectorOf("case-4", turned(0.5))]);
    expect(await nearest(2)).toEqual(["case-4", "case-2"]);
  });

  it("agrees with a plain comparison of all vectors, whatever was added and removed", async () => {
    const numbers = fc.array(fc.integer({ min: -50, max: 50 }), {
      minLength: DIMENSIONS,
      maxLength: DIMENSIONS,
    });
    const step = fc.record({ item: fc.integer({ min: 0, max: 30 }), numbers, isAdded: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 60 }), async (steps) => {
        const kept = new Map<string, Float32Array>();
        await store.vectors.drop(
          KEY,
          (await store.vectors.keys(KEY)).map(({ item }) => item),
        );
        for (const { item, numbers: raw, isAdded } of steps) {
          const vector = unit([...raw.slice(0, -1), (raw.at(-1) ?? 0) + 0.5]);
          if (isAdded) await store.vectors.put(KEY, [vectorOf(`case-${item}`, vector)]);
          else await store.vectors.drop(KEY, [`case-${item}`]);
          if (isAdded) kept.set(`case-${item}`, vector);
          else kept.delete(`case-${item}`);
          if (item % 7 === 0) await nearest(1);
        }
        const cosine = (vector: Float32Array) =>
          vector.reduce((sum, value, i) => sum + value * (turned(0)[i] ?? 0), 0);
        const expected = [...kept.values()]
          .map(cosine)
          .sort((a, b) => b - a)
          .slice(0, 5);
        const found = await store.vectors.nearest(KEY, turned(0), 5);
        expect(found).toHaveLength(expected.length);
        found.forEach(({ similarity }, i) => {
          expect(similarity).toBeCloseTo(Math.max(0, expected[i] ?? 0), 5);
        });
      }),
      { numRuns: 15 },
    );
  });

  it("keeps products, views and sets apart", async () => {
    await store.products.register(sampleRegistration("board"));
    await put(1);
    await store.vectors.put({ ...KEY, set: "good" }, [vectorOf("good", turned(0))]);
    await store.vectors.put({ ...KEY, product: "board" }, [vectorOf("board", turned(0))]);
    expect(await nearest(5)).toEqual(["case-1"]);
  });
});

describe("the index file", () => {
  it("is made once for a generation and read by the next process", async () => {
    await put(1, 2);
    await nearest(1);
    const file = indexFile();
    expect(file).toMatch(/cases-2-[0-9a-f]{64}\.hnsw$/);
    const written = readFileSync(file);
    expect(await anotherStore((other) => nearest(2, other))).toEqual(["case-1", "case-2"]);
    expect(readdirSync(folder())).toHaveLength(1);
    expect(readFileSync(indexFile())).toEqual(written);
  });

  it("gives way to a newer one, also when another process added the vector", async () => {
    await put(2);
    await nearest(1);
    await anotherStore((other) => other.vectors.put(KEY, [vectorOf("case-1", turned(1))]));
    expect(await nearest(2)).toEqual(["case-1", "case-2"]);
    expect(readdirSync(folder())).toHaveLength(1);
  });

  it.each([
    ["cut short", (file: string) => truncateSync(file, 100)],
    ["empty", (file: string) => writeFileSync(file, "")],
    [
      "changed in one byte",
      (file: string) => {
        const bytes = readFileSync(file);
        bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 255;
        writeFileSync(file, bytes);
      },
    ],
    ["no index at all", (file: string) => writeFileSync(file, "something else ".repeat(1000))],
  ])("is built anew when it is %s", async (_, damage) => {
    await put(1, 2, 3);
    await nearest(1);
    damage(indexFile());
    expect(await anotherStore((other) => nearest(3, other))).toEqual(["case-1", "case-2", "case-3"]);
    expect(await anotherStore((other) => nearest(1, other))).toEqual(["case-1"]);
  });

  it("is not believed when it is whole but of another store", async () => {
    await put(1, 2);
    await nearest(1);
    const [name = ""] = readdirSync(folder());
    const stranger = readFileSync(join(folder(), name));
    await store.vectors.put(KEY, [vectorOf("case-1", turned(5)), vectorOf("case-2", turned(1))]);
    await nearest(1);
    writeFileSync(join(folder(), name.replace("cases-2-", "cases-99-")), stranger);
    expect(await anotherStore((other) => nearest(2, other))).toEqual(["case-2", "case-1"]);
  });

  it("may be asked by many at once", async () => {
    await put(1, 2, 3);
    const others = [1, 2, 3].map(() => anotherStore((other) => nearest(2, other)));
    const own = [1, 2, 3].map(() => nearest(2));
    for (const found of await Promise.all([...others, ...own])) expect(found).toEqual(["case-1", "case-2"]);
  });
});

describe("vectors", () => {
  it("go with their product, and a product of the same name does not find them", async () => {
    await put(1);
    expect(await nearest(1)).toEqual(["case-1"]);
    const before = await store.vectors.generation(KEY);
    await store.products.remove("casting");
    expect(existsSync(folder())).toBe(false);
    await store.products.register(sampleRegistration());
    expect(await nearest(1)).toEqual([]);
    await put(2);
    expect(await store.vectors.generation(KEY)).toBeGreaterThan(before);
    expect(await nearest(5)).toEqual(["case-2"]);
  });

  it("are refused for a product that is not there", async () => {
    const unknown = store.vectors.put({ ...KEY, product: "nothing" }, [vectorOf("a", turned(1))]);
    await expect(unknown).rejects.toMatchObject({ code: "product_unknown" });
  });
});
