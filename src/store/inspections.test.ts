import { beforeEach, expect, it } from "vitest";
import type { Store } from "./store.ts";
import { sampleInspection } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  return temporary.close;
});

it("gives back the record as it was", async () => {
  await store.inspections.add(sampleInspection(1));
  expect(await store.inspections.get(sampleInspection(1).id)).toEqual(sampleInspection(1));
  expect(await store.inspections.get(sampleInspection(2).id)).toBeUndefined();
});

it("lists the newest first, by product and verdict, to the limit", async () => {
  await store.inspections.add(sampleInspection(2));
  await store.inspections.add(sampleInspection(1));
  await store.inspections.add(sampleInspection(3, { product: null }));
  await store.inspections.add(
    sampleInspection(4, { verdict: { kind: "fail", reasons: ["anomaly_beyond_alpha"] } }),
  );
  const listed = async (filter: Parameters<Store["inspections"]["list"]>[0]): Promise<string[]> =>
    (await store.inspections.list(filter)).map(({ id }) => id);
  const id = (number: number): string => sampleInspection(number).id;

  expect(await listed({ limit: 10 })).toEqual([id(4), id(3), id(2), id(1)]);
  expect(await listed({ limit: 2 })).toEqual([id(4), id(3)]);
  expect(await listed({ product: "casting", limit: 10 })).toEqual([id(4), id(2), id(1)]);
  expect(await listed({ product: "casting", verdict: "pass", limit: 10 })).toEqual([id(2), id(1)]);
});

it("keeps the first record of an id: it is frozen", async () => {
  await store.inspections.add(sampleInspection(1));
  await store.inspections.add(sampleInspection(1, { timingsMs: { total: 99 } }));
  expect((await store.inspections.get(sampleInspection(1).id))?.timingsMs).toEqual({ total: 12.5 });
});
