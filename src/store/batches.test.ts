import { beforeEach, expect, it } from "vitest";
import type { NewJob } from "./job-queue.ts";
import type { Store } from "./store.ts";
import { sampleInspection } from "./testing/samples.ts";
import { openTemporaryStore } from "./testing/temporary-store.ts";

let store: Store;
const id = `batch_${"0".repeat(20)}`;
const MANY = { most: 100 };

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  return temporary.close;
});

const jobOf = (number: number, client = "line"): NewJob => ({
  id: `job_${String(number).padStart(20, "0")}`,
  kind: "inspect",
  subject: sampleInspection(number).id,
  batch: id,
  client,
  lane: "batch",
  input: { request: { images: [{ fileName: `part-${number}.png` }] } },
});
const add = (...numbers: number[]) =>
  store.batches.add(
    { id, client: "line" },
    numbers.map((number) => jobOf(number)),
    MANY,
  );

/** Ends the next job, with a record where it has a verdict. */
const endNext = async (kind?: "pass" | "fail"): Promise<void> => {
  const claimed = await store.jobs.claim({ worker: "w", kinds: ["inspect"], leaseMs: 1000 });
  if (claimed === undefined) throw new Error("nothing waits");
  const { job } = claimed;
  if (kind === undefined) {
    const error = { code: "image_damaged", message: "It ends too early." };
    return void (await store.jobs.end(job.id, { state: "failed", error }));
  }
  const reason = kind === "fail" ? "anomaly_beyond_alpha" : "nothing_found";
  await store.inspections.add(
    sampleInspection(Number(job.subject.slice(5)), { verdict: { kind, reasons: [reason] } }),
  );
  await store.jobs.end(job.id, { state: "done" });
};

it("counts states and verdicts, and lists what went wrong with which picture", async () => {
  await add(1, 2, 3, 4);
  await endNext("pass");
  await endNext("fail");
  await endNext();
  expect(await store.batches.get(id)).toMatchObject({
    inspections: 4,
    states: { queued: 1, running: 0, done: 2, failed: 1, cancelled: 0 },
    verdicts: { pass: 1, fail: 1, review: 0, retake: 0 },
    isDone: false,
  });
  const items = await store.batches.items(id, { after: 0, limit: 10 });
  expect(items).toMatchObject([
    { fileNames: ["part-1.png"], state: "done", verdict: "pass" },
    { fileNames: ["part-2.png"], state: "done", verdict: "fail" },
    { fileNames: ["part-3.png"], state: "failed", error: { code: "image_damaged" } },
    { fileNames: ["part-4.png"], state: "queued" },
  ]);
  const [, second] = items;
  expect(await store.batches.items(id, { after: second?.place ?? 0, limit: 1 })).toMatchObject([
    { fileNames: ["part-3.png"] },
  ]);
});

it("tells what becomes of its inspections, from where a reader stopped", async () => {
  await add(1, 2);
  await endNext("pass");
  const events = await store.batches.events(id, { after: 0, limit: 10 });
  expect(events.map(({ name, inspection }) => [name, inspection])).toEqual([
    ["started", sampleInspection(1).id],
    ["done", sampleInspection(1).id],
  ]);
  await endNext();
  const after = events.at(-1)?.seq ?? 0;
  expect(await store.batches.events(id, { after, limit: 10 })).toMatchObject([
    { name: "started" },
    { name: "failed" },
  ]);
});

it("takes the whole batch or nothing of it", async () => {
  await expect(
    store.batches.add(
      { id, client: "line" },
      [1, 2, 3].map((number) => jobOf(number)),
      { most: 2 },
    ),
  ).rejects.toMatchObject({ code: "queue_full" });
  await expect(store.batches.get(id)).rejects.toMatchObject({ code: "batch_unknown" });
  expect((await store.jobs.counts()).batch.queued).toBe(0);
});

it("answers a repeated request with the batch that is there, and grows by appended pictures", async () => {
  const request = { key: "shift-7", hash: "a" };
  await store.batches.add({ id, client: "line", request }, [jobOf(1)], MANY);
  const again = { id: `batch_${"1".repeat(20)}`, client: "line", request };
  expect(await store.batches.add(again, [jobOf(2)], MANY)).toMatchObject({ id, inspections: 1 });
  const other = { ...again, request: { key: "shift-7", hash: "b" } };
  await expect(store.batches.add(other, [], MANY)).rejects.toMatchObject({ code: "request_key_reused" });
  expect(await store.batches.append(id, [jobOf(3)], MANY)).toMatchObject({ inspections: 2 });
});

it("cancels what waits and runs, and leaves what has ended", async () => {
  await add(1, 2, 3);
  await endNext("pass");
  await store.jobs.claim({ worker: "w", kinds: ["inspect"], leaseMs: 1000 });
  expect(await store.batches.cancel(id)).toHaveLength(2);
  expect(await store.batches.get(id)).toMatchObject({ states: { done: 1, cancelled: 2 }, isDone: true });
});
