import { beforeEach, expect, it } from "vitest";
import type { ModelSwitch, Store, VectorSetKey } from "./store.ts";
import { blobId, sampleBank, sampleRegistration } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  await store.products.register(sampleRegistration());
  return temporary.close;
});

const key: VectorSetKey = { product: "casting", view: "front", set: "good" };
const vector = (recipe: string) => ({ item: "a", part: "whole", recipe, numbers: Float32Array.of(1, 0) });
const spots = [1, 2, 3].map((number) => ({
  image: blobId(number),
  box: { x: 0, y: 0, width: 1, height: 1 },
}));
const bank = sampleBank({ model: "other", file: blobId(901), spots });
const change: ModelSwitch = {
  product: "casting",
  model: "other",
  banks: [bank],
  vectors: [{ key, vectors: [vector("new")] }],
};

it("switches product, banks and vectors together, and keeps what was there before", async () => {
  await store.vectors.put(key, [vector("old")]);
  await store.productModels.switch(change);
  expect((await store.products.get("casting"))?.model).toBe("other");
  expect(await store.banks.get("casting", "front")).toEqual(bank);
  expect((await store.vectors.keys(key)).map(({ recipe }) => recipe)).toEqual(["new"]);
  expect(await store.productModels.former("casting")).toEqual({
    model: "patch-features",
    banks: [sampleBank()],
  });
});

it("knows of no former model before the first change", async () => {
  expect(await store.productModels.former("casting")).toBeUndefined();
});

it("changes nothing at all when it cannot change everything", async () => {
  const foreign = { key: { ...key, product: "nobody" }, vectors: [vector("new")] };
  await expect(store.productModels.switch({ ...change, vectors: [foreign] })).rejects.toThrow();
  expect((await store.products.get("casting"))?.model).toBeUndefined();
  expect(await store.banks.get("casting", "front")).toEqual(sampleBank());
});

it("forgets the former model with the product", async () => {
  await store.productModels.switch(change);
  await store.products.remove("casting");
  await store.products.register(sampleRegistration());
  expect(await store.productModels.former("casting")).toBeUndefined();
});

it("changes nothing where good pictures came or went while the banks were built", async () => {
  const ofTwo = { ...bank, spots: spots.slice(1) };
  await expect(store.productModels.switch({ ...change, banks: [ofTwo] })).rejects.toMatchObject({
    code: "references_changed",
  });
  expect((await store.products.get("casting"))?.model).toBeUndefined();
  expect(await store.banks.get("casting", "front")).toEqual(sampleBank());
});
