import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openFileBlobs } from "../store/file-blobs.ts";
import { openStore } from "../store/open-store.ts";
import { sampleInspection, sampleRegistration, temporaryHome } from "../store/testing/samples.ts";
import { backUp, restoreHome } from "./backup.ts";

const newFolder = (): string => {
  const home = temporaryHome();
  onTestFinished(() => home[Symbol.dispose]());
  return home.path;
};

/** A store with a product, an inspection and a blob, backed up while another inspection is written. */
const backedUp = async () => {
  const root = newFolder();
  const [home, folder] = [join(root, "home"), join(root, "backup")];
  const store = await openStore({ home });
  onTestFinished(() => store[Symbol.asyncDispose]());
  const blob = await openFileBlobs(home).put(new Uint8Array([1, 2, 3]));
  await store.products.register(sampleRegistration());
  await store.inspections.add(sampleInspection(1));
  const [summary] = await Promise.all([
    backUp(folder, { store, home, version: "0.1.0" }),
    store.inspections.add(sampleInspection(2)),
  ]);
  return { root, home, folder, blob, store, summary };
};

it("brings back what was kept, from a copy that was made while others wrote", async () => {
  const { root, folder, blob, summary } = await backedUp();
  expect(summary).toMatchObject({ blobs: 1, sizeBytes: 3 });
  const home = join(root, "again");
  await restoreHome(folder, { home });
  expect(readdirSync(home).toSorted()).toEqual(["blobs", "gumsa.sqlite"]);
  await using store = await openStore({ home });
  expect(await store.products.get("casting")).toEqual(sampleRegistration().product);
  expect(await store.inspections.get(sampleInspection(1).id)).toBeDefined();
  expect(await openFileBlobs(home).get(blob)).toEqual(Buffer.from([1, 2, 3]));
});

it("overwrites nothing unless it is told to, and then moves it aside", async () => {
  const { root, home, folder, store } = await backedUp();
  await expect(backUp(folder, { store, home, version: "0.1.0" })).rejects.toMatchObject({
    code: "store_exists",
  });
  const other = join(root, "other");
  {
    await using _ = await openStore({ home: other });
  }
  await expect(restoreHome(folder, { home: other })).rejects.toMatchObject({ code: "store_exists" });
  const { movedTo } = await restoreHome(folder, { home: other, overwrites: true });
  expect(readdirSync(movedTo ?? "")).toContain("gumsa.sqlite");
  expect(readdirSync(other)).toContain("blobs");
});

it("moves no store away from under a process that uses it", async () => {
  const { home, folder, store } = await backedUp();
  await expect(restoreHome(folder, { home, overwrites: true })).rejects.toMatchObject({
    code: "store_busy",
    hint: "stop the service first",
  });
  await store.inspections.add(sampleInspection(3)); // goes on as before
  await store[Symbol.asyncDispose]();
  await restoreHome(folder, { home, overwrites: true });
  await using again = await openStore({ home });
  expect(await again.inspections.get(sampleInspection(3).id)).toBeUndefined();
  expect(await again.inspections.get(sampleInspection(1).id)).toBeDefined();
});

it("moves a store aside that nobody can read", async () => {
  const { root, folder } = await backedUp();
  const home = newFolder();
  writeFileSync(join(home, "gumsa.sqlite"), "nothing of the kind");
  const { movedTo } = await restoreHome(folder, { home, overwrites: true });
  expect(readFileSync(join(movedTo ?? "", "gumsa.sqlite"), "utf8")).toBe("nothing of the kind");
  rmSync(movedTo ?? root, { recursive: true });
});

it("refuses a backup that is not whole, before it touches anything", async () => {
  const { root, folder, blob } = await backedUp();
  const home = join(root, "again");
  const refused = () =>
    expect(restoreHome(folder, { home })).rejects.toMatchObject({ code: "backup_invalid" });
  const digits = blob.slice("sha256:".length);
  const path = join(folder, "blobs", digits.slice(0, 2), digits.slice(2));
  writeFileSync(path, "damaged");
  await refused();
  rmSync(path);
  await refused();
  writeFileSync(path, new Uint8Array([1, 2, 3]));
  const database = join(folder, "gumsa.sqlite");
  const bytes = readFileSync(database);
  writeFileSync(database, Buffer.concat([bytes, bytes]));
  await refused();
  writeFileSync(database, bytes);
  renameSync(join(folder, "backup.json"), join(folder, "other.json"));
  await refused();
  expect(readdirSync(root)).not.toContain("again");
});
