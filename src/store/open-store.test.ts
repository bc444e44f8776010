import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import BetterSqlite from "better-sqlite3";
import { expect, it, onTestFinished } from "vitest";
import type { OpenDatabaseOptions } from "./open-database.ts";
import { openStore } from "./open-store.ts";
import type { Store } from "./store.ts";
import {
  sampleInspection,
  sampleManual,
  samplePassage,
  sampleRegistration,
  temporaryHome,
} from "./testing/samples.ts";

const CHILD = fileURLToPath(new URL("./testing/child-process.ts", import.meta.url));
const startChild = (...args: readonly string[]) => {
  const command = ["--import", "tsx", CHILD, ...args];
  const child = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
};

const newHome = (): string => {
  const home = temporaryHome();
  onTestFinished(() => home[Symbol.dispose]());
  return home.path;
};
const open = async (home: string, options: OpenDatabaseOptions = {}): Promise<Store> => {
  const store = await openStore({ home, ...options });
  onTestFinished(() => store[Symbol.asyncDispose]());
  return store;
};
const fileIn = (home: string): string => join(home, "gumsa.sqlite");

/** Looks into the file beside the store. */
const withFile = <Result>(home: string, work: (sqlite: BetterSqlite.Database) => Result): Result => {
  const sqlite = new BetterSqlite(fileIn(home));
  try {
    return work(sqlite);
  } finally {
    sqlite.close();
  }
};

it("makes the home folder and keeps what was written for the next opening", async () => {
  const home = join(newHome(), "not", "there");
  const first = await open(home);
  await first.products.register(sampleRegistration());
  await first[Symbol.asyncDispose]();
  expect(await (await open(home)).products.get("casting")).toEqual(sampleRegistration().product);
});

it("keeps a write-ahead log, so that readers and a writer do not wait for each other", async () => {
  const home = newHome();
  await open(home);
  expect(withFile(home, (sqlite) => sqlite.pragma("journal_mode", { simple: true }))).toBe("wal");
});

it("opens the same new file many times at once, in one process and in several", async () => {
  const home = newHome();
  const children = [0, 1].map((index) => startChild(home, "add", String(index * 100), "40"));
  await Promise.all([1, 2, 3, 4].map(() => open(home)));
  for (const child of children) if (child.exitCode === null) await once(child, "exit");
  expect(children.map((child) => child.exitCode)).toEqual([0, 0]);
  expect(await (await open(home)).inspections.list({ limit: 1000 })).toHaveLength(80);
}, 60_000);

it("is whole after a process was killed in the middle of a registration", async () => {
  const home = newHome();
  const store = await open(home);
  await store.products.register(sampleRegistration("casting"));
  const child = startChild(home, "stall");
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");

  expect((await store.products.list()).map(({ id }) => id)).toEqual(["casting"]);
  expect(withFile(home, (sqlite) => sqlite.pragma("integrity_check", { simple: true }))).toBe("ok");
  await store.products.register(sampleRegistration("board"));
  expect(await store.references.list("board", "front")).toHaveLength(3);
}, 60_000);

it("says store_full when the file may not grow, and has written nothing of that", async () => {
  const home = newHome();
  await (await open(home)).products.register(sampleRegistration("casting"));
  const pages = withFile(home, (sqlite) => Number(sqlite.pragma("page_count", { simple: true })));
  const store = await open(home, { maxPages: pages + 3 });
  const passages = Array.from({ length: 300 }, (_, index) => samplePassage(`passage ${index} `.repeat(20)));
  const large = { ...sampleRegistration("board"), manuals: [sampleManual({ passages })] };

  await expect(store.products.register(large)).rejects.toMatchObject({
    code: "store_full",
    hint: expect.any(String),
  });
  expect(await store.products.get("board")).toBeUndefined();
  expect(await store.references.list("board", "front")).toEqual([]);
  await store.inspections.add(sampleInspection(1));
  expect(await store.inspections.list({ limit: 10 })).toHaveLength(1);
});

it("says store_busy when another process keeps the lock", async () => {
  const home = newHome();
  const store = await open(home, { busyTimeoutMs: 50 });
  const holder = new BetterSqlite(fileIn(home));
  onTestFinished(() => void holder.close());
  holder.exec("BEGIN IMMEDIATE");
  const isBusy = { code: "store_busy", hint: expect.any(String) };
  await expect(store.inspections.add(sampleInspection(1))).rejects.toMatchObject(isBusy);
  await expect(store.checkpointer.deleteThread("thread")).rejects.toMatchObject(isBusy);
  expect(await store.inspections.list({ limit: 1 })).toEqual([]);
  holder.exec("ROLLBACK");
  await store.inspections.add(sampleInspection(1));
});

it.each([
  ["no database at all", (bytes: Buffer) => bytes.fill("not a database ", 0, 200)],
  ["overwritten behind its first page", (bytes: Buffer) => bytes.fill(0xff, 4096)],
])("says store_damaged when the file is %s", async (_, damage) => {
  const home = newHome();
  const store = await open(home);
  await store.products.register(sampleRegistration());
  await store[Symbol.asyncDispose]();
  writeFileSync(fileIn(home), damage(readFileSync(fileIn(home))));
  await expect(openStore({ home })).rejects.toMatchObject({
    code: "store_damaged",
    hint: expect.stringContaining("copy"),
  });
});

it("says store_damaged, with the row, when a record does not read", async () => {
  const home = newHome();
  const store = await open(home);
  await store.products.register(sampleRegistration());
  withFile(home, (sqlite) => sqlite.exec(`UPDATE product SET record = '{"id": 7}'`));
  await expect(store.products.get("casting")).rejects.toMatchObject({
    code: "store_damaged",
    message: expect.stringContaining("product casting"),
  });
});

it("leaves the file of a newer Gumsa alone", async () => {
  const home = newHome();
  await (await open(home))[Symbol.asyncDispose]();
  withFile(home, (sqlite) =>
    sqlite.exec("INSERT INTO kysely_migration (name, timestamp) VALUES ('0999-later', '2030-01-01')"),
  );
  await expect(openStore({ home })).rejects.toMatchObject({
    code: "store_newer",
    message: expect.stringContaining("0999-later"),
  });
});

it("says which folder cannot be used when the home is a file", async () => {
  const home = join(newHome(), "file");
  writeFileSync(home, "");
  await expect(openStore({ home })).rejects.toMatchObject({ code: "store_unwritable" });
});

it("does not open once it was cancelled", async () => {
  const signal = AbortSignal.abort();
  await expect(openStore({ home: newHome(), signal })).rejects.toMatchObject({ code: "cancelled" });
});
