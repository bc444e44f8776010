// A folder of files named by the hash of their bytes: <home>/blobs/ab/cdef… A file is written beside its
// place, flushed and renamed, so that nothing half-written ever stands under an id, whoever dies when.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BlobId } from "../domain/image-ref.ts";
import { GumsaError } from "../errors.ts";
import type { BlobStore } from "./blob-store.ts";
import { withStoreErrorsAsync } from "./store-errors.ts";

/** Writes a new file and returns once the bytes are on the disk. */
export type WriteFile = (path: string, bytes: Uint8Array) => Promise<void>;

export const openFileBlobs = (
  home: string,
  { write = writeDurably }: { write?: WriteFile } = {},
): BlobStore => {
  const folder = join(home, "blobs");
  const pathOf = (id: BlobId): string => {
    const digits = BlobId.parse(id).slice("sha256:".length);
    return join(folder, digits.slice(0, 2), digits.slice(2));
  };
  return {
    put: async (bytes) => {
      const id = idOf(bytes);
      const path = pathOf(id);
      await withStoreErrorsAsync(path, async () => {
        if (!((await isIntact(id, path)) && (await touch(path)))) await putFile(path, bytes, write);
      });
      return id;
    },
    get: async (id) => {
      const path = pathOf(id);
      const bytes = await withStoreErrorsAsync(path, () => readIfThere(path));
      if (bytes !== undefined && idOf(bytes) === id) return bytes;
      throw new GumsaError("blob_missing", `${path} is ${bytes === undefined ? "missing" : "damaged"}.`, {
        hint: "Add the same file again, or put back a copy of the blobs folder.",
      });
    },
    holds: async (id) => withStoreErrorsAsync(pathOf(id), () => isIntact(id, pathOf(id))),
    remove: (id, { graceMs }) => {
      const path = pathOf(id);
      return withStoreErrorsAsync(path, () => removeFile(path, graceMs));
    },
    pathOf,
  };
};

/** Makes it new again, so that it is not removed just now; false where it has just been removed. */
const touch = (path: string): Promise<boolean> => {
  const now = new Date();
  return utimes(path, now, now).then(() => true, ifMissing(false));
};

/**
 * Taken out of its place first, and looked at then: whoever puts the same bytes meanwhile either has made the file
 * new before that, which brings it back, or finds nothing and writes it again.
 */
const removeFile = async (path: string, graceMs: number): Promise<number | "kept"> => {
  const aside = `${path}.${randomUUID()}.tmp`;
  const isThere = await rename(path, aside).then(() => true, ifMissing(false));
  if (!isThere) return 0;
  const { mtimeMs, size } = await stat(aside);
  if (Date.now() - mtimeMs < graceMs) {
    await rename(aside, path);
    return "kept";
  }
  await rm(aside);
  return size;
};

const ifMissing =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return value;
    throw error;
  };

const idOf = (bytes: Uint8Array): BlobId => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

/** Bytes that have been damaged since are written again, so that adding a file once more repairs its blob. */
const isIntact = async (id: BlobId, path: string): Promise<boolean> => {
  const kept = await readIfThere(path);
  return kept !== undefined && idOf(kept) === id;
};

const readIfThere = (path: string): Promise<Uint8Array | undefined> =>
  readFile(path).catch(ifMissing<undefined>(undefined));

const putFile = async (path: string, bytes: Uint8Array, write: WriteFile): Promise<void> => {
  const folder = dirname(path);
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const made = await mkdir(folder, { recursive: true });
    await write(temporary, bytes);
    await rename(temporary, path);
    await flushFolder(folder);
    // Folders that are new themselves: up to the one that was there before.
    for (let at = folder; made !== undefined && at.length >= made.length; at = dirname(at)) {
      await flushFolder(dirname(at));
    }
  } finally {
    await rm(temporary, { force: true });
  }
};

const writeDurably: WriteFile = async (path, bytes) => {
  const file = await open(path, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
};

/** A rename survives a power cut only once its folder is flushed; Windows has no such call. */
const flushFolder = async (folder: string): Promise<void> => {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
