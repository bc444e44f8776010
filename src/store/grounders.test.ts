import { expect, it } from "vitest";
import { openStore } from "./open-store.ts";
import { blobId, sampleRegistration, temporaryHome } from "./testing/samples.ts";

it("keeps what boxes stand on until the product goes", async () => {
  using home = temporaryHome();
  await using store = await openStore({ home: home.path });
  const key = { product: "casting", view: "front", grounder: "cases" };
  const record = { recipe: "one", file: blobId(1), good: { hole: [0.1 + 0.2, -1] } };
  await expect(store.grounders.put(key, record)).rejects.toMatchObject({ code: "product_unknown" });
  await store.products.register(sampleRegistration());
  await store.grounders.put(key, record);
  await store.grounders.put({ ...key, grounder: "other" }, { recipe: "two", good: {} });
  expect(await store.grounders.get(key)).toEqual(record);
  await store.grounders.put(key, { ...record, recipe: "three" });
  expect((await store.grounders.get(key))?.recipe).toBe("three");
  await store.products.remove("casting");
  expect(await store.grounders.get(key)).toBeUndefined();
});
