import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { JobPool } from "./job-pool.ts";
import { die, double, halve, leaveTrace, linger, refuse, stumble } from "./testing/jobs.ts";

let pool = new JobPool({ workers: 2 });
afterEach(async () => {
  await pool[Symbol.asyncDispose]();
  pool = new JobPool({ workers: 2 });
});

describe("the job pool", () => {
  it("answers each job with its own result, however many wait", async () => {
    const jobs = Array.from({ length: 20 }, (_, value) => pool.do(double, { value }));
    expect((await Promise.all(jobs)).map(({ value }) => value)).toEqual(jobs.map((_, i) => 2 * i));
  });

  it("carries numbers there and back", async () => {
    const { numbers } = await pool.do(halve, { numbers: Float32Array.of(1, 2, 3) });
    expect([...numbers]).toEqual([0.5, 1, 1.5]);
  });

  it("brings an expected error back with code and hint", async () => {
    await expect(pool.do(refuse, {})).rejects.toMatchObject({ code: "model_damaged", hint: "install again" });
  });

  it("brings a bug back as a bug, with its stack", async () => {
    await expect(pool.do(stumble, {})).rejects.toThrow(/TypeError: a bug[\s\S]*testing.jobs/);
  });

  it("does not hand on what the process was told to load first", async () => {
    const told = "--import=data:text/javascript,throw new Error('not for workers')";
    process.execArgv.push(told);
    try {
      expect(await pool.do(double, { value: 1 })).toEqual({ value: 2 });
    } finally {
      process.execArgv.splice(process.execArgv.indexOf(told), 1);
    }
  });

  it("goes on after a worker died", async () => {
    await expect(pool.do(die, {})).rejects.toThrow();
    expect(await pool.do(double, { value: 4 })).toEqual({ value: 8 });
  });

  it("rejects a cancelled job", async () => {
    const stop = new AbortController();
    const waiting = pool.do(linger, {}, stop.signal);
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
  });

  it("lets a job that has begun end before its thread is stopped", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gumsa-pool-"));
    const file = join(folder, "ended");
    await pool.do(double, { value: 1 });
    const begun = pool.do(leaveTrace, { file });
    const settled = Promise.allSettled([begun]);
    await pool[Symbol.asyncDispose]();
    expect(await settled).toMatchObject([{ status: "rejected", reason: { code: "cancelled" } }]);
    expect(await readFile(file, "utf8")).toBe("done");
    await rm(folder, { recursive: true });
  });

  it("rejects what waits when it is closed", async () => {
    const waiting = [pool.do(linger, {}), pool.do(linger, {}), pool.do(linger, {})];
    const settled = Promise.allSettled(waiting);
    await pool[Symbol.asyncDispose]();
    const outcomes = await settled;
    expect(outcomes.every(({ status }) => status === "rejected")).toBe(true);
  });
});
