import { setTimeout as wait } from "node:timers/promises";
import { beforeEach, expect, it } from "vitest";
import type { Job } from "../domain/job.ts";
import { GumsaError } from "../errors.ts";
import { createLog } from "../log.ts";
import type { Store } from "../store/store.ts";
import { openTemporaryStore } from "../store/testing/temporary-store.ts";
import { type JobHandler, type JobRun, type JobRunner, startRunner } from "./job-runner.ts";
import { createJobSignals } from "./job-signals.ts";

let store: Store;
const signals = createJobSignals();

beforeEach(async () => {
  const temporary = await openTemporaryStore();
  ({ store } = temporary);
  return temporary.close;
});

const runnerOf = (run: JobHandler["run"], { mostAttempts = 1, graceMs = 5000 } = {}): JobRunner =>
  startRunner({
    queue: store.jobs,
    signals,
    handlers: { work: { mostAttempts, run } },
    concurrency: 2,
    log: createLog("silent"),
    graceMs,
  });
const idOf = (number: number): string => `job_${String(number).padStart(20, "0")}`;
const add = (...numbers: number[]): Promise<Job[]> => {
  const jobs = numbers.map((input) => ({
    id: idOf(input),
    kind: "work",
    subject: "part",
    client: "line",
    lane: "interactive" as const,
    input,
  }));
  return store.jobs.add(jobs, { most: 100 }).finally(() => signals.work());
};
const stateOf = async (number: number): Promise<string | undefined> =>
  (await store.jobs.get(idOf(number)))?.state;
const untilState = (number: number, state: string): Promise<void> =>
  expect.poll(() => stateOf(number), { timeout: 5000, interval: 5 }).toBe(state);
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(new GumsaError("cancelled", "It was cancelled.")));
  });

it("runs what waits, no more at once than it may", async () => {
  let running = 0;
  let most = 0;
  const seen: unknown[] = [];
  await using _ = runnerOf(async (input) => {
    most = Math.max(most, ++running);
    await wait(5);
    seen.push(input);
    running--;
  });
  await add(1, 2, 3, 4, 5);
  for (const number of [1, 2, 3, 4, 5]) await untilState(number, "done");
  expect(seen).toHaveLength(5);
  expect(most).toBe(2);
});

it("tries again what a retry may mend, and then no more", async () => {
  await using _ = runnerOf(
    async () => {
      throw new GumsaError("store_busy", "Another process holds the store.");
    },
    { mostAttempts: 2 },
  );
  await add(1);
  await untilState(1, "failed");
  expect(await store.jobs.get(idOf(1))).toMatchObject({ attempts: 2, error: { code: "store_busy" } });
});

it("does not try again what cannot succeed, and hides what a fault says", async () => {
  await using _ = runnerOf(
    async (input) => {
      if (input === 1)
        throw new GumsaError("image_damaged", "The picture ends too early.", { hint: "send it again" });
      throw new TypeError("secret detail");
    },
    { mostAttempts: 3 },
  );
  await add(1, 2);
  await untilState(1, "failed");
  await untilState(2, "failed");
  expect(await store.jobs.get(idOf(1))).toMatchObject({ attempts: 1, error: { hint: "send it again" } });
  expect(JSON.stringify(await store.jobs.get(idOf(2)))).not.toContain("secret");
});

it("stops a job that is cancelled", async () => {
  await using _ = runnerOf((__, { signal }: JobRun) => untilAborted(signal));
  await add(1);
  await untilState(1, "running");
  await store.jobs.end(idOf(1), { state: "cancelled" });
  signals.cancel(idOf(1));
  await wait(20);
  expect(await stateOf(1)).toBe("cancelled");
});

it("lets what runs come to its end when it stops, and begins nothing new", async () => {
  const runner = runnerOf(() => wait(50));
  await add(1, 2, 3);
  await untilState(1, "running");
  await runner[Symbol.asyncDispose]();
  expect(await Promise.all([1, 2, 3].map(stateOf))).toEqual(["done", "done", "queued"]);
});

it("gives up a job that ends its process again and again", async () => {
  await add(1);
  for (let crash = 0; crash < 6; crash++) {
    expect(await store.jobs.claim({ worker: `killed ${crash}`, kinds: ["work"], leaseMs: -1 })).toBeDefined();
    expect(await store.jobs.recover()).toBe(1);
  }
  let begun = 0;
  await using _ = runnerOf(async () => begun++);
  await untilState(1, "failed");
  expect(await store.jobs.get(idOf(1))).toMatchObject({ attempts: 7, error: { code: "work_cut_off" } });
  expect(begun).toBe(0);
});

it("parks what is not done in time: its attempt does not count, and the next runner begins it again", async () => {
  const runner = runnerOf((_, { signal }) => untilAborted(signal), { graceMs: 20 });
  await add(1);
  await untilState(1, "running");
  await runner[Symbol.asyncDispose]();
  expect(await store.jobs.get(idOf(1))).toMatchObject({ state: "queued", attempts: 0 });
  await using _ = runnerOf(async () => {});
  await untilState(1, "done");
  expect(await store.jobs.get(idOf(1))).toMatchObject({ attempts: 1 });
});
