// A backup is a folder like the store's own: the SQLite file as it stood at one moment, the blobs, the models. Blobs
// never change under their names, so those that are copied after the file hold everything that the file names.
import { createHash, randomUUID } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import { sealDatabaseFile } from "../store/seal-file.ts";
import type { Store } from "../store/store.ts";
import { requireUnusedFile } from "../store/unused-file.ts";

export const BackupSummary = z.object({
  gumsa: z.string(),
  createdAt: z.iso.datetime(),
  /** Of the SQLite file. */
  sha256: z.string(),
  blobs: z.int().nonnegative(),
  sizeBytes: z.int().nonnegative(),
});
export type BackupSummary = z.infer<typeof BackupSummary>;

interface BackupDeps {
  readonly store: Pick<Store, "backup">;
  readonly home: string;
  readonly version: string;
  readonly signal?: AbortSignal | undefined;
}

const DATABASE = "gumsa.sqlite";
const BLOBS = "blobs";
const MODELS = "models";
const SUMMARY = "backup.json";

/** The summary is written last: a folder without it is no backup. Throws `store_exists`, `backup_invalid`. */
export const backUp = async (
  folder: string,
  { store, home, version, signal }: BackupDeps,
): Promise<BackupSummary> => {
  await requireEmpty(folder);
  await mkdir(folder, { recursive: true });
  await store.backup(join(folder, DATABASE));
  sealDatabaseFile(join(folder, DATABASE));
  await copyBlobs(home, folder, signal);
  await copyFolder(join(home, MODELS), join(folder, MODELS));
  const summary = {
    gumsa: version,
    createdAt: new Date().toISOString(),
    sha256: await hashOf(join(folder, DATABASE)),
    ...(await verifyBlobs(folder, signal)),
  };
  await writeFile(join(folder, SUMMARY), `${JSON.stringify(summary, null, 2)}\n`);
  return summary;
};

/**
 * Makes `home` what was backed up. What was there before is moved aside, not deleted, and only with `overwrites`.
 * Throws `backup_invalid`, `store_exists`, and `store_busy` while a process uses it.
 */
export const restoreHome = async (
  folder: string,
  { home, overwrites = false }: { readonly home: string; readonly overwrites?: boolean },
): Promise<BackupSummary & { readonly movedTo?: string }> => {
  if (!overwrites) await requireEmpty(home);
  requireUnusedFile(join(home, DATABASE));
  const summary = await verifyBackup(folder);
  const unfinished = `${home}.restoring-${randomUUID().slice(0, 8)}`;
  try {
    await cp(folder, unfinished, { recursive: true });
    await rm(join(unfinished, SUMMARY));
    const movedTo = await moveAside(home);
    await mkdir(dirname(home), { recursive: true });
    await rename(unfinished, home);
    return { ...summary, ...(movedTo !== undefined && { movedTo }) };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
};

const verifyBackup = async (folder: string): Promise<BackupSummary> => {
  const text = await readFile(join(folder, SUMMARY), "utf8").catch(() => "null");
  const summary = BackupSummary.safeParse(JSON.parse(text));
  if (!summary.success)
    throw invalid(`${folder} holds no ${SUMMARY}: it is no backup, or not a finished one.`);
  const { sha256, blobs, sizeBytes } = summary.data;
  const found = await verifyBlobs(folder);
  if (found.blobs !== blobs || found.sizeBytes !== sizeBytes) {
    throw invalid(`${folder} holds ${found.blobs} files of ${blobs} that were backed up.`);
  }
  if ((await hashOf(join(folder, DATABASE)).catch(() => "")) !== sha256) {
    throw invalid(`${join(folder, DATABASE)} is not what was backed up.`);
  }
  return summary.data;
};

const invalid = (message: string): GumsaError =>
  new GumsaError("backup_invalid", message, { hint: "use another backup" });

const requireEmpty = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  throw new GumsaError("store_exists", `${folder} is not empty.`, {
    hint: "name an empty or a new folder; gumsa restore --overwrite moves what is there aside",
  });
};

const moveAside = async (home: string): Promise<string | undefined> => {
  const names = await readdir(home).catch(() => undefined);
  if (names === undefined) return undefined;
  if (names.length === 0) {
    await rm(home, { recursive: true });
    return undefined;
  }
  const aside = `${home}.before-${new Date().toISOString().replaceAll(/[:.]/g, "-")}`;
  await rename(home, aside);
  return aside;
};

/** Names of files below the folder; none where there is no folder. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tmp"))
    .map((entry) => join(relative(folder, entry.parentPath), entry.name))
    .sort();
};

const copyBlobs = async (home: string, folder: string, signal?: AbortSignal): Promise<void> => {
  for (const name of await filesIn(join(home, BLOBS))) {
    throwIfCancelled(signal);
    const to = join(folder, BLOBS, name);
    await mkdir(dirname(to), { recursive: true });
    // Retention may delete one meanwhile; the record in the copied file then names what is no longer there.
    await copyFile(join(home, BLOBS, name), to, constants.COPYFILE_FICLONE).catch(ifNotThere);
  }
};

const ifNotThere = (error: unknown): void => {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
};

const copyFolder = (from: string, to: string): Promise<void> =>
  cp(from, to, { recursive: true }).catch(ifNotThere);

/** Every file is what its name says. Throws `backup_invalid`. */
const verifyBlobs = async (
  folder: string,
  signal?: AbortSignal,
): Promise<Pick<BackupSummary, "blobs" | "sizeBytes">> => {
  let sizeBytes = 0;
  const names = await filesIn(join(folder, BLOBS));
  for (const name of names) {
    throwIfCancelled(signal);
    const bytes = await readFile(join(folder, BLOBS, name));
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    if (sha256 !== name.replaceAll(/[\\/]/g, "")) throw invalid(`${join(folder, BLOBS, name)} is damaged.`);
    sizeBytes += bytes.length;
  }
  return { blobs: names.length, sizeBytes };
};

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash);
  return hash.digest("hex");
};
