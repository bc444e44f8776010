import { beforeEach, expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import type { Feedback } from "../domain/feedback.ts";
import type { Store } from "./store.ts";
import { sampleInspection } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  return temporary.close;
});

const sample = (action: string, changes: Partial<Feedback> = {}): Feedback => ({
  inspection: sampleInspection(1).id,
  createdAt: "2026-01-02T03:04:05.678Z",
  worker: "김민수",
  action,
  rating: 4,
  ...changes,
});

it("keeps several of one inspection in the order in which they came", async () => {
  await store.inspections.add(sampleInspection(1));
  await store.inspections.add(sampleInspection(2));
  const first = sample("다시 연마함", { verdict: "fail", type: "hole" });
  const second = sample("reworked again", { createdAt: "2025-01-01T00:00:00.000Z" });
  for (const feedback of [first, second]) await store.feedback.add(feedback);
  await store.feedback.add(sample("scrapped", { inspection: sampleInspection(2).id }));
  expect(await store.feedback.list(sampleInspection(1).id)).toEqual([first, second]);
  expect(await store.inspections.get(sampleInspection(1).id)).toEqual(sampleInspection(1));
});

it("finds what was said of a product's defect type, by a person first and the inspection's suspicion else", async () => {
  const suspected: Evidence = {
    id: "S0",
    kind: "similarity",
    cases: 3,
    similarity: 0.9,
    pValue: 0.02,
    alpha: 0.05,
    references: 30,
    defectType: "hole",
  };
  await store.inspections.add(sampleInspection(1, { evidence: [suspected] }));
  await store.inspections.add(sampleInspection(2));
  await store.inspections.add(sampleInspection(3, { product: "board" }));
  const on = (number: number): Pick<Feedback, "inspection"> => ({ inspection: sampleInspection(number).id });
  const suspectedOnly = sample("degassed", { ...on(1), outcome: "solved" });
  const confirmed = sample("reworked", { ...on(2), type: "hole" });
  const others = [
    sample("cleaned", { ...on(1), type: "stain" }),
    sample("released", { ...on(1), verdict: "pass" }),
    sample("released", on(2)),
    sample("reworked", { ...on(3), type: "hole" }),
  ];
  for (const feedback of [suspectedOnly, ...others, confirmed]) await store.feedback.add(feedback);
  expect(await store.feedback.ofType("casting", "hole")).toEqual([suspectedOnly, confirmed]);
});

it("refuses what belongs to no inspection, and what could not be read again", async () => {
  await expect(store.feedback.add(sample("reworked"))).rejects.toMatchObject({ code: "inspection_unknown" });
  await store.inspections.add(sampleInspection(1));
  await expect(store.feedback.add(sample("reworked", { rating: 6 }))).rejects.toThrow();
  expect(await store.feedback.list(sampleInspection(1).id)).toEqual([]);
});
