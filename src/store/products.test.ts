import { beforeEach, expect, it } from "vitest";
import type { Store } from "./store.ts";
import {
  sampleBank,
  sampleInspection,
  sampleManual,
  sampleProduct,
  sampleReference,
  sampleRegistration,
} from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  return temporary.close;
});

it("registers a product with references, banks and manuals", async () => {
  await store.products.register(sampleRegistration());
  expect(await store.products.get("casting")).toEqual(sampleProduct());
  expect(await store.references.list("casting", "front")).toEqual([1, 2, 3].map((n) => sampleReference(n)));
  expect(await store.references.list("casting", "side")).toEqual([]);
  expect(await store.banks.get("casting", "front")).toEqual(sampleBank());
  expect(await store.manuals.list("casting")).toMatchObject([{ document: "casting.pdf", revision: 1 }]);
});

it("knows nothing of a product that was never registered", async () => {
  expect(await store.products.get("board")).toBeUndefined();
  expect(await store.products.list()).toEqual([]);
});

it("lists the products by id", async () => {
  await store.products.register(sampleRegistration("casting"));
  await store.products.register(sampleRegistration("board"));
  expect((await store.products.list()).map(({ id }) => id)).toEqual(["board", "casting"]);
});

it("refuses an id that is taken and changes nothing", async () => {
  await store.products.register(sampleRegistration());
  const again = { ...sampleRegistration(), references: [sampleReference(99)] };
  await expect(store.products.register(again)).rejects.toMatchObject({
    code: "product_exists",
    hint: expect.stringContaining("gumsa product remove casting"),
  });
  expect(await store.references.list("casting", "front")).toHaveLength(3);
});

it("registers nothing when one part cannot be stored", async () => {
  const broken = { ...sampleRegistration(), banks: [sampleBank({ leftOutScores: [Number.NaN] })] };
  await expect(store.products.register(broken)).rejects.toThrow();
  expect(await store.products.get("casting")).toBeUndefined();
  expect(await store.references.list("casting", "front")).toEqual([]);
  await store.products.register(sampleRegistration());
});

it("keeps a picture that is given twice as one reference", async () => {
  const references = [sampleReference(1), sampleReference(1), sampleReference(2)];
  await store.products.register({ ...sampleRegistration(), references });
  expect(await store.references.list("casting", "front")).toHaveLength(2);
});

it("removes a product with all that hangs on it, and leaves inspections and other products", async () => {
  await store.products.register(sampleRegistration("casting"));
  await store.products.register(sampleRegistration("board"));
  await store.inspections.add(sampleInspection(1));
  await store.products.remove("casting");

  expect(await store.products.get("casting")).toBeUndefined();
  expect(await store.references.list("casting", "front")).toEqual([]);
  expect(await store.banks.get("casting", "front")).toBeUndefined();
  expect(await store.manuals.list("casting")).toEqual([]);
  const search = { terms: ["porosity"], limit: 5 };
  expect(await store.manuals.search({ product: "casting", ...search })).toEqual([]);
  expect(await store.manuals.search({ product: "board", ...search })).toHaveLength(1);
  expect(await store.inspections.list({ limit: 5 })).toHaveLength(1);
});

it("can register a removed product again", async () => {
  await store.products.register(sampleRegistration());
  await store.products.remove("casting");
  await store.products.register({ ...sampleRegistration(), manuals: [sampleManual()] });
  expect(await store.manuals.list("casting")).toMatchObject([{ revision: 1 }]);
});

it("refuses to remove a product that is not there", async () => {
  await expect(store.products.remove("board")).rejects.toMatchObject({
    code: "product_unknown",
    hint: "gumsa product list",
  });
});

it("lets registrations run side by side", async () => {
  const ids = Array.from({ length: 10 }, (_, index) => `product-${index}`);
  await Promise.all(ids.map((id) => store.products.register(sampleRegistration(id))));
  expect(await store.products.list()).toHaveLength(10);
});
