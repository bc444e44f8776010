// models.lock.json: what each pulled file was when it was first pulled. From then on every pull and every load
// must match it. A removed model stays locked, so that pulling it again gives the same bytes or an error.
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { GumsaError } from "../errors.ts";
import { Sha256 } from "./model-card.ts";

const LockedModel = z.object({
  repository: z.string(),
  /** The commit that the hub named; absent where a mirror names none. */
  commit: z.string().optional(),
  pulledAt: z.iso.datetime(),
  files: z.record(z.string(), z.object({ sizeBytes: z.int().nonnegative(), sha256: Sha256 })),
});
export type LockedModel = z.infer<typeof LockedModel>;

const ModelLock = z.object({ version: z.literal(1), models: z.record(z.string(), LockedModel) });

const LOCK_FILE = "models.lock.json";

/** Undefined for a model that was never pulled. Throws `model_damaged` for a lock that cannot be read. */
export const lockedModel = async (folder: string, name: string): Promise<LockedModel | undefined> =>
  (await readLock(folder)).models[name];

/** Replaces the entry of a model, or takes it out. */
export const lockModel = async (folder: string, name: string, entry: LockedModel | null): Promise<void> => {
  const { models } = await readLock(folder);
  const { [name]: _, ...others } = models;
  const next = { version: 1, models: entry ? { ...others, [name]: entry } : others };
  await replaceFile(join(folder, LOCK_FILE), `${JSON.stringify(next, null, 2)}\n`);
};

const readLock = async (folder: string): Promise<z.infer<typeof ModelLock>> => {
  const path = join(folder, LOCK_FILE);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return { version: 1, models: {} };
  try {
    return ModelLock.parse(JSON.parse(text));
  } catch (cause) {
    throw new GumsaError("model_damaged", `${path} is not a lock of models.`, {
      hint: `remove ${path} and pull the models again`,
      cause,
    });
  }
};

/** Whole or not at all: a reader sees the old content or the new one. */
const replaceFile = async (path: string, content: string | Uint8Array): Promise<void> => {
  await mkdir(dirname(path), { recursive: true });
  const temporary = `${path}.${process.pid}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, path);
};
