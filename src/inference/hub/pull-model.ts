// A model of the standard pack from the hub to the data folder: every file of its card, all of one commit, then
// the lock. What the lock already knows must come out the same.
import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "../../config.ts";
import { GumsaError } from "../../errors.ts";
import { type FileFacts, factsOf } from "../file-facts.ts";
import type { Hub, HubFile } from "../model-card.ts";
import { type LockedModel, lockModel } from "../model-lock.ts";
import type { FoundModel, ModelStore } from "../model-store.ts";
import { downloadFile, type WantedFacts } from "./download-file.ts";
import { createHubClient, type FileAddress, type HubClient, type RemoteFile } from "./hub-client.ts";
import { withRetries } from "./retry.ts";

export interface Pull {
  readonly models: ModelStore;
  readonly hub: Config["hub"];
  readonly onProgress?: ((share: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly firstPauseMs?: number;
}

const FIRST_PAUSE_MS = 500;

/** Nothing is fetched when everything is there and proven. Throws `model_unknown`, `offline` and what a download throws. */
export const pullModel = async (name: string, pull: Pull): Promise<FoundModel> => {
  const { models, hub } = pull;
  const found = await models.find(name);
  if (!("hub" in found.card)) return provenHere(found, models);
  if (found.lock && (await isProven(found, models))) return found;
  await using client = createHubClient(hub);
  const entry = await fetchAll({ found, source: found.card.hub, client, pull });
  await lockModel(models.dataFolder, name, entry);
  return { ...found, lock: entry };
};

const provenHere = async (found: FoundModel, models: ModelStore): Promise<FoundModel> => {
  await models.prove(found);
  return found;
};

const isProven = async (found: FoundModel, models: ModelStore): Promise<boolean> => {
  try {
    await models.prove(found);
    return true;
  } catch (error) {
    if (error instanceof GumsaError && /^model_(missing|damaged)$/.test(error.code)) return false;
    throw error;
  }
};

interface Fetching {
  readonly found: FoundModel;
  readonly source: Hub;
  readonly client: HubClient;
  readonly pull: Pull;
}

const fetchAll = async ({ found, source, client, pull }: Fetching): Promise<LockedModel> => {
  const { signal, firstPauseMs = FIRST_PAUSE_MS } = pull;
  const retry = { signal, firstPauseMs };
  const revision = found.lock?.commit ?? source.revision;
  const at = (path: string): FileAddress => ({ repository: source.repository, revision, path });
  const described: { file: HubFile; remote: RemoteFile }[] = [];
  for (const file of source.files) {
    const remote = await withRetries(file.path, () => client.describe(at(file.path), signal), retry);
    described.push({ file, remote });
  }
  const commit = commitOf(described, source);
  const total = described.reduce((sum, { remote }) => sum + (remote.sizeBytes ?? 0), 0);
  const files: Record<string, FileFacts> = {};
  let before = 0;
  for (const { file, remote } of described) {
    const to = join(found.folder, file.path);
    const wanted = found.lock?.files[file.path] ?? {
      sizeBytes: file.sizeBytes,
      sha256: file.sha256 ?? remote.sha256,
    };
    const onBytes = (bytes: number) => pull.onProgress?.(Math.min(1, (before + bytes) / Math.max(1, total)));
    const from = { ...at(file.path), revision: commit ?? revision };
    files[file.path] =
      (await factsThere(to, wanted)) ??
      (await downloadFile({ from, remote, to, wanted, onBytes }, { client, ...retry }));
    before += remote.sizeBytes ?? 0;
  }
  const { repository } = source;
  return { repository, ...(commit !== undefined && { commit }), pulledAt: new Date().toISOString(), files };
};

/** A file that an earlier pull brought whole is not fetched again. */
const factsThere = async (path: string, { sha256 }: WantedFacts): Promise<FileFacts | undefined> => {
  const facts = sha256 === undefined ? undefined : await factsOf(path);
  return facts?.sha256 === sha256 ? facts : undefined;
};

/** The repository may change between two questions; files of two commits do not belong together. */
const commitOf = (
  described: readonly { readonly remote: RemoteFile }[],
  { repository }: Hub,
): string | undefined => {
  const commits = new Set(described.map(({ remote }) => remote.commit));
  if (commits.size <= 1) return [...commits][0];
  throw new GumsaError("hub_unreachable", `${repository} changed while it was being looked at.`, {
    hint: "run the same command again",
  });
};

/** The files go; the lock stays unless it is to be forgotten. True when there was something to remove. */
export const removeModel = async (
  { card, folder, origin }: FoundModel,
  { models, isForgotten }: { models: ModelStore; isForgotten: boolean },
): Promise<boolean> => {
  if (origin === "bundled") {
    throw new GumsaError("model_unfit", `${card.name} is part of Gumsa itself and stays.`, {
      hint: "gumsa models list",
    });
  }
  const wasThere = await stat(folder).then(
    () => true,
    () => false,
  );
  await rm(folder, { recursive: true, force: true });
  if (isForgotten) await lockModel(models.dataFolder, card.name, null);
  return wasThere;
};
