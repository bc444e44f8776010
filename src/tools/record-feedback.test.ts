import { beforeEach, expect, it } from "vitest";
import type { Store } from "../store/store.ts";
import { sampleInspection, sampleRegistration } from "../store/testing/samples.ts";
import { openTemporaryStore } from "../store/testing/temporary-store.ts";
import { recordFeedback } from "./record-feedback.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  await store.products.register(sampleRegistration());
  await store.inspections.add(sampleInspection(1));
  await store.inspections.add(sampleInspection(2, { product: null }));
  return temporary.close;
});

const record = (changes: Partial<Parameters<typeof recordFeedback.run>[0]> = {}) => {
  const input = { inspection: sampleInspection(1).id, worker: "Kim", action: "reworked", rating: 5 };
  // The tool needs no more of what tools are given than the store.
  return recordFeedback.run({ ...input, ...changes }, { store } as Parameters<typeof recordFeedback.run>[1]);
};

it("records with the time, and keeps what it gave back", async () => {
  const feedback = await record({ verdict: "fail", type: "hole" });
  expect(feedback).toMatchObject({ worker: "Kim", verdict: "fail", type: "hole" });
  expect(await store.feedback.list(sampleInspection(1).id)).toEqual([feedback]);
});

it.each([
  ["an inspection that is not there", { inspection: sampleInspection(9).id }, "inspection_unknown"],
  ["a type of another product", { type: "crack" }, "type_unknown"],
  ["a type where no product was named", { inspection: sampleInspection(2).id, type: "hole" }, "type_unknown"],
])("refuses %s", async (_, changes, code) => {
  await expect(record(changes)).rejects.toMatchObject({ code });
});
