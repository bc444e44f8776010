import { beforeEach, expect, it } from "vitest";
import type { NewCase, Store } from "./store.ts";
import { sampleReference, sampleRegistration } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;
beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  await store.products.register(sampleRegistration());
  return temporary.close;
});

const sampleCase = (number: number, changes: Partial<NewCase> = {}): NewCase => ({
  ...sampleReference(number),
  type: "hole",
  box: { x: 1, y: 2, width: 3, height: 4 },
  ...changes,
});
const idsOf = (cases: readonly { readonly id: string }[]): string[] => cases.map(({ id }) => id);

it("numbers the cases of each type", async () => {
  const added = await store.cases.add([sampleCase(1), sampleCase(2), sampleCase(3, { type: "burr" })]);
  expect(idsOf(added)).toEqual(["casting_hole_001", "casting_hole_002", "casting_burr_001"]);
  expect(idsOf(await store.cases.list("casting"))).toEqual([
    "casting_burr_001",
    "casting_hole_001",
    "casting_hole_002",
  ]);
  expect(await store.cases.get("casting_hole_002")).toEqual({ ...sampleCase(2), id: "casting_hole_002" });
});

it("never gives a number twice, also after the product was registered again", async () => {
  await store.cases.add([sampleCase(1), sampleCase(2)]);
  await store.cases.remove("casting_hole_002");
  expect(idsOf(await store.cases.add([sampleCase(3)]))).toEqual(["casting_hole_003"]);
  await store.products.remove("casting");
  await store.products.register({ ...sampleRegistration(), cases: [sampleCase(1)] });
  expect(idsOf(await store.cases.list("casting"))).toEqual(["casting_hole_004"]);
});

it("keeps the same picture, type and box once, and another defect of the picture beside it", async () => {
  const [first] = await store.cases.add([sampleCase(1)]);
  expect(await store.cases.add([sampleCase(1, { fileName: "again.jpg" })])).toEqual([first]);
  const other = sampleCase(1, { box: { x: 9, y: 9, width: 5, height: 5 } });
  expect(idsOf(await store.cases.add([other]))).toEqual(["casting_hole_002"]);
});

it("removes a case with its vectors", async () => {
  const key = { product: "casting", view: "front", set: "cases" } as const;
  await store.cases.add([sampleCase(1)]);
  const numbers = Float32Array.of(1, 0);
  await store.vectors.put(key, [{ item: "casting_hole_001", part: "whole", recipe: "test", numbers }]);
  await store.cases.remove("casting_hole_001");
  expect(await store.vectors.list(key)).toEqual([]);
  await expect(store.cases.remove("casting_hole_001")).rejects.toMatchObject({ code: "case_unknown" });
});

it("refuses a case of a product that is not there, and adds none of the others", async () => {
  const adding = store.cases.add([sampleCase(1), sampleCase(2, { product: "board" })]);
  await expect(adding).rejects.toMatchObject({ code: "product_unknown" });
  expect(await store.cases.list("casting")).toEqual([]);
});
