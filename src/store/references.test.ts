import { beforeEach, expect, it } from "vitest";
import type { BankRecord, Store } from "./store.ts";
import { blobId, sampleBank, sampleReference, sampleRegistration } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  await store.products.register(sampleRegistration()); // pictures 1, 2 and 3
  return temporary.close;
});

const bankOf = (numbers: readonly number[], changes: Partial<BankRecord> = {}): BankRecord =>
  sampleBank({
    file: blobId(901),
    spots: numbers.map((number) => ({ image: blobId(number), box: { x: 0, y: 0, width: 1, height: 1 } })),
    ...changes,
  });
const images = async (view = "front") =>
  (await store.references.list("casting", view)).map(({ image }) => image.id);

it("changes the good pictures together with the bank of the set that results", async () => {
  const bank = bankOf([2, 3, 4]);
  await store.references.edit({ bank, added: [sampleReference(4)], removed: [blobId(1)] });
  expect(await images()).toEqual([blobId(2), blobId(3), blobId(4)]);
  expect(await store.banks.get("casting", "front")).toEqual(bank);
});

it("changes nothing when another edit came between, so that the bank is of another set", async () => {
  const edit = { bank: bankOf([2, 3, 4]), added: [sampleReference(4)], removed: [] };
  await expect(store.references.edit(edit)).rejects.toMatchObject({ code: "references_changed" });
  expect(await images()).toEqual([blobId(1), blobId(2), blobId(3)]);
  expect(await store.banks.get("casting", "front")).toEqual(sampleBank());
});

it("gives the product a view of which it had no picture", async () => {
  const added = [5, 6].map((number) => ({ ...sampleReference(number), view: "side" }));
  await store.references.edit({ bank: bankOf([5, 6], { view: "side" }), added, removed: [] });
  expect(await images("side")).toEqual([blobId(5), blobId(6)]);
  expect((await store.products.get("casting"))?.views).toEqual(["front", "side"]);
});

it("refuses pictures of a product that was removed meanwhile", async () => {
  await store.products.remove("casting");
  const edit = { bank: bankOf([2, 3]), added: [], removed: [blobId(1)] };
  await expect(store.references.edit(edit)).rejects.toMatchObject({ code: "product_unknown" });
});

it("sets a product's rate of false alarms and leaves the rest", async () => {
  const before = await store.products.get("casting");
  expect(await store.products.change("casting", { alpha: 0.1 })).toEqual({ ...before, alpha: 0.1 });
  expect(await store.products.get("casting")).toEqual({ ...before, alpha: 0.1 });
  await expect(store.products.change("board", { alpha: 0.1 })).rejects.toMatchObject({
    code: "product_unknown",
  });
});
