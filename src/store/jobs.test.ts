import { beforeEach, describe, expect, it } from "vitest";
import type { JobLane } from "../domain/job.ts";
import type { NewJob } from "./job-queue.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";
import { temporaryHome } from "./testing/samples.ts";

let store: Store;
let other: Store;

beforeEach(async () => {
  const home = temporaryHome();
  store = await openStore({ home: home.path });
  other = await openStore({ home: home.path });
  return async () => {
    await store[Symbol.asyncDispose]();
    await other[Symbol.asyncDispose]();
    home[Symbol.dispose]();
  };
});

const MANY = { most: 100 };
const id = (number: number): string => `job_${String(number).padStart(20, "0")}`;
const newJob = (number: number, changes: Partial<NewJob> = {}): NewJob => ({
  id: id(number),
  kind: "inspect",
  subject: `insp_${number}`,
  client: "line-1",
  lane: "interactive",
  input: { number },
  ...changes,
});
const claim = (worker = "one", leaseMs = 60_000) => ({ worker, kinds: ["inspect"], leaseMs });
const order = async (count: number): Promise<string[]> => {
  const claimed = [];
  for (let turn = 0; turn < count; turn++) claimed.push((await store.jobs.claim(claim()))?.job.id ?? "none");
  return claimed;
};

describe("claiming", () => {
  it("gives a job to one worker only, with its input, and counts the attempt", async () => {
    await store.jobs.add([newJob(1)], MANY);
    const first = await store.jobs.claim(claim());
    expect(first).toMatchObject({ job: { id: id(1), state: "running", attempts: 1 }, input: { number: 1 } });
    expect(await other.jobs.claim(claim("two"))).toBeUndefined();
  });

  it("lets clients take turns, however much one of them asked for", async () => {
    await store.jobs.add(
      [1, 2, 3].map((number) => newJob(number)),
      MANY,
    );
    await store.jobs.add([newJob(4, { client: "line-2" })], MANY);
    expect(await order(4)).toEqual([id(1), id(4), id(2), id(3)]);
  });

  it("lets a batch wait for interactive work", async () => {
    await store.jobs.add([newJob(1, { lane: "batch", client: "a" }), newJob(2), newJob(3)], MANY);
    expect(await order(3)).toEqual([id(2), id(3), id(1)]);
  });

  it("leaves kinds alone that the worker does not know", async () => {
    await store.jobs.add([newJob(1, { kind: "rebuild" })], MANY);
    expect(await store.jobs.claim(claim())).toBeUndefined();
  });
});

it("takes all of several jobs or none when the lane is full", async () => {
  const batch = (numbers: readonly number[], lane: JobLane = "batch") =>
    store.jobs.add(
      numbers.map((number) => newJob(number, { lane })),
      { most: 2 },
    );
  await expect(batch([1, 2, 3])).rejects.toMatchObject({ code: "queue_full" });
  expect(await store.jobs.list({ limit: 10 })).toEqual([]);
  await batch([1, 2]);
  await expect(batch([3])).rejects.toMatchObject({ code: "queue_full" });
  await expect(store.jobs.checkRoom("batch", { most: 2 })).rejects.toMatchObject({ code: "queue_full" });
  await expect(store.jobs.checkRoom("batch", { most: 3 })).resolves.toBeUndefined();
  await expect(batch([4], "interactive")).resolves.toHaveLength(1);
});

it("puts a job back whose worker renews its lease no more", async () => {
  await store.jobs.add([newJob(1), newJob(2)], MANY);
  await store.jobs.claim(claim("killed", -1));
  await store.jobs.claim(claim("alive", -1));
  await other.jobs.renew({ worker: "alive", leaseMs: 60_000 });
  expect(await other.jobs.recover()).toBe(1);
  expect((await other.jobs.claim(claim("next")))?.job).toMatchObject({ id: id(1), attempts: 2 });
});

describe("an end", () => {
  it("is final: who comes second changes nothing", async () => {
    await store.jobs.add([newJob(1)], MANY);
    await store.jobs.claim(claim());
    expect(await store.jobs.end(id(1), { state: "cancelled" })).toBe(true);
    expect(await other.jobs.end(id(1), { state: "done" })).toBe(false);
    expect(await store.jobs.get(id(1))).toMatchObject({ state: "cancelled", endedAt: expect.any(String) });
    expect(await store.jobs.renew({ worker: "one", leaseMs: 1000 })).toEqual([]);
  });

  it("tells why a job failed", async () => {
    await store.jobs.add([newJob(1)], MANY);
    const error = { code: "image_damaged", message: "The picture ends too early." };
    await store.jobs.end(id(1), { state: "failed", error });
    expect(await store.jobs.get(id(1))).toMatchObject({ state: "failed", error });
  });
});

it("waits before it retries, and keeps the attempt only of what was begun in earnest", async () => {
  await store.jobs.add([newJob(1), newJob(2)], MANY);
  await store.jobs.claim(claim());
  await store.jobs.claim(claim());
  const error = { code: "store_busy", message: "Another process holds the store." };
  await store.jobs.release(id(1), { afterMs: 60_000, error, isAttemptKept: true });
  await store.jobs.release(id(2), { afterMs: 0, isAttemptKept: false });
  expect(await store.jobs.get(id(1))).toMatchObject({ state: "queued", attempts: 1, error });
  expect((await store.jobs.claim(claim()))?.job).toMatchObject({ id: id(2), attempts: 1 });
  expect(await store.jobs.claim(claim())).toBeUndefined();
});

it("gives events in order, from where a reader stopped", async () => {
  await store.jobs.add([newJob(1)], MANY);
  await store.jobs.claim(claim());
  await store.jobs.note(id(1), "node", { node: "gradeCapture" });
  await store.jobs.end(id(1), { state: "done" });
  const events = await other.jobs.events(id(1), { after: 0, limit: 10 });
  expect(events.map(({ name }) => name)).toEqual(["queued", "started", "node", "done"]);
  const second = events[1]?.seq ?? 0;
  expect(await other.jobs.events(id(1), { after: second, limit: 1 })).toMatchObject([
    { data: { node: "gradeCapture" } },
  ]);
});

it("counts what waits and runs by lane", async () => {
  await store.jobs.add([newJob(1), newJob(2), newJob(3, { lane: "batch" })], MANY);
  await store.jobs.claim(claim());
  const oldest = expect.stringMatching(/Z$/);
  expect(await store.jobs.counts()).toEqual({
    interactive: { queued: 1, running: 1, oldest },
    batch: { queued: 1, running: 0, oldest },
    background: { queued: 0, running: 0 },
  });
});

it("answers a repeated request with the job that is there, and refuses its key for another", async () => {
  const request = { key: "part-17", hash: "a" };
  await store.jobs.add([newJob(1, { request })], MANY);
  expect(await store.jobs.add([newJob(2, { request })], { most: 0 })).toMatchObject([{ id: id(1) }]);
  await expect(
    store.jobs.add([newJob(3, { request: { ...request, hash: "b" } })], MANY),
  ).rejects.toMatchObject({
    code: "request_key_reused",
  });
  expect(await store.jobs.add([newJob(4, { request, client: "line-2" })], MANY)).toMatchObject([
    { id: id(4) },
  ]);
});
