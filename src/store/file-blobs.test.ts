import { createHash } from "node:crypto";
import { readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, it } from "vitest";
import { openFileBlobs, type WriteFile } from "./file-blobs.ts";
import { blobId, temporaryHome } from "./testing/samples.ts";

let home: string;

beforeEach(() => {
  const made = temporaryHome();
  home = made.path;
  return () => made[Symbol.dispose]();
});

const BYTES = new TextEncoder().encode("pixels");
const HASH = createHash("sha256").update(BYTES).digest("hex");

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

it("keeps bytes under their hash and gives them back", async () => {
  const blobs = openFileBlobs(home);
  const id = await blobs.put(BYTES);
  expect(id).toBe(`sha256:${HASH}`);
  expect(blobs.pathOf(id)).toBe(join(home, "blobs", HASH.slice(0, 2), HASH.slice(2)));
  expect(new Uint8Array(await blobs.get(id))).toEqual(BYTES);
  expect(new Uint8Array(readFileSync(blobs.pathOf(id)))).toEqual(BYTES);
});

it("keeps equal bytes once, also when they are put at the same time", async () => {
  const blobs = openFileBlobs(home);
  await Promise.all([1, 2, 3, 4].map(() => blobs.put(BYTES)));
  await openFileBlobs(home).put(BYTES);
  expect(filesIn(home)).toEqual([HASH.slice(2)]);
});

it("does not write bytes again that are there", async () => {
  let writes = 0;
  const write: WriteFile = async (path, bytes) => {
    writes += 1;
    writeFileSync(path, bytes);
  };
  const blobs = openFileBlobs(home, { write });
  await blobs.put(BYTES);
  await blobs.put(BYTES);
  expect(writes).toBe(1);
});

it("keeps the empty blob", async () => {
  const blobs = openFileBlobs(home);
  expect(await blobs.get(await blobs.put(new Uint8Array()))).toHaveLength(0);
});

it("says blob_missing for an id that was never put", async () => {
  expect(await openFileBlobs(home).holds(blobId(1))).toBe(false);
  await expect(openFileBlobs(home).get(blobId(1))).rejects.toMatchObject({
    code: "blob_missing",
    hint: expect.any(String),
  });
});

it("says blob_missing for bytes that no longer match, and repairs them when they are put again", async () => {
  const blobs = openFileBlobs(home);
  const id = await blobs.put(BYTES);
  truncateSync(blobs.pathOf(id), 3);
  expect(await blobs.holds(id)).toBe(false);
  await expect(blobs.get(id)).rejects.toMatchObject({
    code: "blob_missing",
    message: expect.stringContaining("damaged"),
  });
  await blobs.put(BYTES);
  expect(await blobs.holds(id)).toBe(true);
  expect(new Uint8Array(await blobs.get(id))).toEqual(BYTES);
});

it.each(["ENOSPC", "EDQUOT"])("says store_full on %s and leaves no half of a file", async (code) => {
  const write: WriteFile = async (path, bytes) => {
    writeFileSync(path, bytes.subarray(0, 2));
    throw Object.assign(new Error("no space left on device"), { code });
  };
  await expect(openFileBlobs(home, { write }).put(BYTES)).rejects.toMatchObject({
    code: "store_full",
    hint: expect.any(String),
  });
  expect(filesIn(home)).toEqual([]);
  expect(await openFileBlobs(home).put(BYTES)).toBe(`sha256:${HASH}`);
});

it("never makes a path of something that is no id", () => {
  expect(() => openFileBlobs(home).pathOf("sha256:../../etc/passwd")).toThrow();
});
