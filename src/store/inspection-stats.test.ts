import { beforeEach, expect, it } from "vitest";
import type { Feedback } from "../domain/feedback.ts";
import type { Inspection } from "../domain/inspection.ts";
import type { InspectionFilter } from "../domain/inspection-filter.ts";
import type { Verdict, VerdictKind } from "../domain/verdict.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";
import { sampleInspection, temporaryHome } from "./testing/samples.ts";

let store: Store;

const of = (kind: VerdictKind): Verdict => ({ kind, reasons: ["nothing_found"] });
const holes = {
  id: "S0",
  kind: "similarity",
  cases: 3,
  similarity: 0.9,
  pValue: 0.04,
  alpha: 0.05,
  references: 30,
  defectType: "hole",
} as const;
const id = (number: number): string => sampleInspection(number).id;
const say = (number: number, rating: number, said: Partial<Feedback> = {}): Promise<void> =>
  store.feedback.add({
    inspection: id(number),
    createdAt: "2026-01-02T00:00:00.000Z",
    worker: "Kim",
    action: "Nozzle cleaned",
    rating,
    ...said,
  });

beforeEach(async () => {
  const home = temporaryHome();
  store = await openStore({ home: home.path });
  const add = (number: number, changes: Partial<Inspection>) =>
    store.inspections.add(sampleInspection(number, changes));
  await add(1, { timingsMs: { total: 10 } });
  await add(2, { verdict: of("fail"), evidence: [holes], timingsMs: { total: 20 } });
  await add(3, { verdict: of("review"), evidence: [holes], timingsMs: { total: 30 } });
  await add(4, {
    product: null,
    verdict: of("retake"),
    timingsMs: { total: 400 },
    versions: { gumsa: "0.1.0", "model:features": "sha256:1" },
    metadata: { station: "라인 3" },
  });
  return async () => {
    await store[Symbol.asyncDispose]();
    home[Symbol.dispose]();
  };
});

it("counts by verdict, product, type, model and day", async () => {
  const stats = await store.inspections.stats({});
  expect(stats).toMatchObject({ inspections: 4, verdicts: { pass: 1, fail: 1, review: 1, retake: 1 } });
  const counts = (rows: readonly { inspections: number }[], name: string) =>
    rows.map((row) => [Object.entries(row).find(([key]) => key === name)?.[1], row.inspections]);
  expect(counts(stats.byProduct, "product")).toEqual([
    [null, 1],
    ["casting", 3],
  ]);
  expect(counts(stats.byType, "type")).toEqual([
    [null, 2],
    ["hole", 2],
  ]);
  expect(counts(stats.byModel, "model")).toEqual([
    ["features", 1],
    ["rule", 4],
  ]);
  expect(stats.byDay.reduce((sum, { inspections }) => sum + inspections, 0)).toBe(4);
  expect(stats.durationMs).toEqual({ p50: 20, p90: 400, p95: 400, p99: 400, max: 400 });
});

it("says nothing of what it has not seen", async () => {
  const stats = await store.inspections.stats({ product: "unheard-of" });
  expect(stats).toMatchObject({ inspections: 0, byProduct: [], confirmed: [] });
  expect([stats.durationMs, stats.overrideRate, stats.meanRating]).toEqual([undefined, undefined, undefined]);
});

it("counts what people confirmed otherwise, and no decision on a review", async () => {
  await say(1, 2, { verdict: "fail", type: "hole" });
  await say(2, 4, { verdict: "fail" });
  await say(3, 5, { verdict: "pass" });
  const stats = await store.inspections.stats({});
  expect(stats).toMatchObject({ rated: 3, meanRating: 11 / 3, decided: 2, overridden: 1 });
  expect(stats.overrideRate).toMatchObject({ rate: 0.5 });
  expect(stats.confirmed).toEqual([
    { verdict: "pass", confirmed: "fail", inspections: 1 },
    { verdict: "fail", confirmed: "fail", inspections: 1 },
    { verdict: "review", confirmed: "pass", inspections: 1 },
  ]);
  expect(stats.byRating.map(({ rating, inspections }) => [rating, inspections])).toEqual([
    [null, 1],
    [2, 1],
    [4, 1],
    [5, 1],
  ]);
});

it("takes the latest that a person said", async () => {
  await say(1, 1, { verdict: "fail" });
  await say(1, 5, { verdict: "pass" });
  expect(await store.inspections.stats({})).toMatchObject({
    rated: 1,
    meanRating: 5,
    decided: 1,
    overridden: 0,
  });
});

it.each<[string, InspectionFilter, number[]]>([
  ["product", { product: "casting" }, [3, 2, 1]],
  ["verdict", { verdict: "fail" }, [2]],
  ["suspected type, unless the part was confirmed as good", { type: "hole" }, [2]],
  ["model", { model: "features" }, [4]],
  ["writer", { model: "rule" }, [4, 3, 2, 1]],
  ["latest rating", { rating: 5 }, [3]],
  ["first moment", { from: "2026-01-01T00:03:00Z" }, [4, 3]],
  ["moment of another time zone", { from: "2026-01-01T09:03:00+09:00" }, [4, 3]],
  ["last moment, left out", { to: "2026-01-01T00:02:00Z" }, [1]],
  ["day, counted in", { from: "2025-12-31", to: "2026-01-02" }, [4, 3, 2, 1]],
  ["text of metadata, however composed", { text: "라인 3".normalize("NFD") }, [4]],
  ["text of an action, in any case", { text: "nozzle CLEANED" }, [3]],
  ["text that would be a pattern", { text: "%" }, []],
  ["several at once", { product: "casting", verdict: "pass", text: "part.jpg" }, [1]],
])("finds inspections by %s", async (_, filter, numbers) => {
  await say(3, 5, { verdict: "pass" });
  const found = await store.inspections.list({ ...filter, limit: 10 });
  expect(found.map((inspection) => inspection.id)).toEqual(numbers.map(id));
  expect((await store.inspections.stats(filter)).inspections).toBe(numbers.length);
});

it("goes on after a place in the list, whatever came in between", async () => {
  const place = ({ createdAt, id }: Inspection) => ({ createdAt, id });
  const first = await store.inspections.list({ limit: 2 });
  await store.inspections.add(sampleInspection(9));
  const last = first.at(-1);
  const next = await store.inspections.list({ limit: 2, after: last && place(last) });
  expect([...first, ...next].map((inspection) => inspection.id)).toEqual([4, 3, 2, 1].map(id));
});
