import fc from "fast-check";
import { beforeEach, expect, it } from "vitest";
import type { Store } from "./store.ts";
import { blobId, sampleBank, sampleRegistration } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  await store.products.register(sampleRegistration());
  return temporary.close;
});

const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0));

it("gives back every number to the last bit", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(finite),
      fc.array(fc.float({ noNaN: true, min: 0, max: 1000 })),
      async (a, b) => {
        const bank = sampleBank({ leftOutScores: a, captureBaseline: { noise: b.map(Math.abs) } });
        await store.banks.put(bank);
        expect(await store.banks.get("casting", "front")).toStrictEqual(bank);
      },
    ),
    { numRuns: 30 },
  );
});

it("replaces the bank of the same view and keeps that of another", async () => {
  await store.banks.put(sampleBank({ view: "side", file: blobId(1) }));
  await store.banks.put(sampleBank({ file: blobId(2) }));
  expect((await store.banks.get("casting", "front"))?.file).toBe(blobId(2));
  expect((await store.banks.get("casting", "side"))?.file).toBe(blobId(1));
});

it("refuses the bank of a product that was removed meanwhile", async () => {
  await store.products.remove("casting");
  await expect(store.banks.put(sampleBank())).rejects.toMatchObject({ code: "product_unknown" });
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])(
  "refuses the score %d, which JSON cannot hold",
  async (score) => {
    await expect(store.banks.put(sampleBank({ leftOutScores: [score] }))).rejects.toThrow();
    expect(await store.banks.get("casting", "front")).toEqual(sampleBank());
  },
);

it("keeps prototypes by picture, model and input size", async () => {
  const key = { image: blobId(1), modelSha256: "ab", inputLongEdgePx: 320 };
  await store.prototypes.put(key, blobId(10));
  await store.prototypes.put(key, blobId(11));
  await store.prototypes.put({ ...key, inputLongEdgePx: 256 }, blobId(12));
  expect(await store.prototypes.get(key)).toBe(blobId(11));
  expect(await store.prototypes.get({ ...key, inputLongEdgePx: 256 })).toBe(blobId(12));
  expect(await store.prototypes.get({ ...key, modelSha256: "cd" })).toBeUndefined();
});
