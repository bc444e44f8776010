// Index files: <home>/indexes/<product>/<view>/<set>-<generation>-<sha256>.hnsw. A cache and nothing more. The
// name tells what the bytes must be, so a file that was cut short or changed is passed over, never loaded; a
// file is written under another name and renamed, so that several processes never see half of one.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { VectorSetKey } from "./store.ts";
import { withStoreErrorsAsync } from "./store-errors.ts";
import { VectorIndex } from "./vector-index.ts";

export interface LoadedIndex {
  readonly index: VectorIndex;
  /** Of the set when the file was written. */
  readonly generation: number;
}

export interface IndexFiles {
  /** The newest whole file of the set, if any, as an index. */
  load(key: VectorSetKey, dimensions: number): Promise<LoadedIndex | undefined>;
  /** Older generations are deleted. */
  save(key: VectorSetKey, generation: number, index: VectorIndex): Promise<void>;
  /** Deletes those of a product. */
  forget(product: string): Promise<void>;
}

export const createIndexFiles = (home: string): IndexFiles => {
  const folderOf = ({ product, view }: VectorSetKey): string => join(home, "indexes", product, view);
  return {
    load: (key, dimensions) =>
      withStoreErrorsAsync(folderOf(key), () => loadNewest(folderOf(key), key.set, dimensions)),
    save: (key, generation, index) =>
      withStoreErrorsAsync(folderOf(key), () => saveAs(folderOf(key), { set: key.set, generation }, index)),
    forget: (product) => {
      const folder = join(home, "indexes", product);
      return withStoreErrorsAsync(folder, () => rm(folder, { recursive: true, force: true }));
    },
  };
};

interface IndexFile {
  readonly name: string;
  readonly generation: number;
  readonly sha256: string;
}

const loadNewest = async (
  folder: string,
  set: string,
  dimensions: number,
): Promise<LoadedIndex | undefined> => {
  for (const { name, generation, sha256 } of await filesOf(folder, set)) {
    const path = join(folder, name);
    if ((await hashOf(path)) === sha256) {
      return { generation, index: await VectorIndex.load(path, dimensions) };
    }
  }
  return undefined;
};

const saveAs = async (
  folder: string,
  { set, generation }: { set: string; generation: number },
  index: VectorIndex,
): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const temporary = join(folder, `${randomUUID()}.tmp`);
  try {
    await index.save(temporary);
    await rename(temporary, join(folder, `${set}-${generation}-${await hashOf(temporary)}.hnsw`));
  } finally {
    await rm(temporary, { force: true });
  }
  const older = (await filesOf(folder, set)).filter((file) => file.generation < generation);
  await Promise.all(older.map(({ name }) => rm(join(folder, name), { force: true })));
};

/** Newest first. */
const filesOf = async (folder: string, set: string): Promise<IndexFile[]> => {
  const names = await readdir(folder).catch(ifThere<string[]>([]));
  const pattern = new RegExp(`^${set}-(\\d+)-([0-9a-f]{64})\\.hnsw$`);
  return names
    .flatMap((name) => {
      const [, generation, sha256] = pattern.exec(name) ?? [];
      return generation !== undefined && sha256 !== undefined
        ? [{ name, generation: Number(generation), sha256 }]
        : [];
    })
    .toSorted((a, b) => b.generation - a.generation);
};

/** Undefined for a file that another process has just replaced. */
const hashOf = async (path: string): Promise<string | undefined> => {
  const bytes = await readFile(path).catch(ifThere<undefined>(undefined));
  return bytes && createHash("sha256").update(bytes).digest("hex");
};

const ifThere =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return value;
    throw error;
  };
