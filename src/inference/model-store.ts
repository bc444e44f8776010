// Finds models: those that ship with Gumsa in its package, pulled and added ones in the data folder. Proves once
// a process that a file is the one its card or the lock speaks of.
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { GumsaError } from "../errors.ts";
import { type FileFacts, factsOf } from "./file-facts.ts";
import { type CaptureGraderCard, FeatureModelCard, ModelCard, type ModelTask } from "./model-card.ts";
import { type LockedModel, lockedModel } from "./model-lock.ts";

/** A feature network ready for a worker: plain data. */
export interface FeatureModel {
  readonly path: string;
  readonly card: FeatureModelCard;
}

/** The network that grades captures, ready for a worker. */
export interface GraderModel {
  readonly path: string;
  readonly card: CaptureGraderCard;
}

/** A model of several files, each of them proven. */
export interface FolderModel<Task extends ModelTask = ModelTask> {
  readonly folder: string;
  readonly card: Extract<ModelCard, { task: Task }>;
  /** Changes with any of its files. */
  readonly sha256: string;
}

export interface FoundModel {
  readonly card: ModelCard;
  /** Of its files: where they lie, or would lie once pulled. */
  readonly folder: string;
  readonly origin: "bundled" | "hub" | "added";
  readonly lock: LockedModel | undefined;
}

export interface ModelStore {
  /** Throws `model_unknown`, `model_missing`, `model_damaged` or, for a model of another task, `model_unfit`. */
  features(name: string): Promise<FeatureModel>;
  /** The network that grades captures; throws likewise. */
  grader(): Promise<GraderModel>;
  /** A model of that task; throws likewise. */
  model<Task extends ModelTask>(name: string, task: Task): Promise<FolderModel<Task>>;
  /** The first model of that task whose files are there. */
  firstOf<Task extends ModelTask>(task: Task): Promise<FolderModel<Task> | undefined>;
  /** Throws `model_unknown`. */
  find(name: string): Promise<FoundModel>;
  /** Every card, by name. */
  list(): Promise<FoundModel[]>;
  /** Reads every file again. Throws `model_missing` or `model_damaged`. */
  prove(model: FoundModel): Promise<void>;
  /** The path of a small operator graph without weights: `patches`, `nearest`, … */
  operator(name: string): string;
  /** Where pulled and added models lie. */
  readonly dataFolder: string;
}

const GRADER = "capture-grade";

export const createModelStore = (folder: string, dataFolder = folder): ModelStore => {
  const places = { folder, dataFolder };
  const proven = new Map<string, Promise<FoundModel>>();
  const provenOnce = (name: string): Promise<FoundModel> => {
    const model = proven.get(name) ?? findAndProve(name, places);
    proven.set(name, model);
    model.catch(() => proven.delete(name));
    return model;
  };
  const store: ModelStore = {
    dataFolder,
    async features(name) {
      return featureModel(await provenOnce(name));
    },
    async grader() {
      const { card, folder: place } = await store.model(GRADER, "capture-grade");
      return { path: join(place, card.file), card };
    },
    async model(name, task) {
      return folderModel(await provenOnce(name), task);
    },
    async firstOf(task) {
      for (const found of await listModels(places)) {
        if (found.card.task === task && (await isThere(found))) return store.model(found.card.name, task);
      }
      return undefined;
    },
    find: (name) => findModel(name, places),
    list: () => listModels(places),
    prove: proveFiles,
    operator: (name) => join(folder, "operators", `${name}.onnx`),
  };
  return store;
};

interface Places {
  readonly folder: string;
  readonly dataFolder: string;
}

const findAndProve = async (name: string, places: Places): Promise<FoundModel> => {
  const found = await findModel(name, places);
  await proveFiles(found);
  return found;
};

const findModel = async (name: string, { folder, dataFolder }: Places): Promise<FoundModel> => {
  for (const base of [folder, dataFolder]) {
    const card = await readCard(join(base, name));
    if (card) return located(card, base === folder, { folder, dataFolder });
  }
  throw new GumsaError("model_unknown", `There is no model ${name}.`, { hint: "gumsa models list" });
};

const located = async (card: ModelCard, isShipped: boolean, places: Places): Promise<FoundModel> => {
  const isPulled = "hub" in card;
  const base = isShipped && !isPulled ? places.folder : places.dataFolder;
  return {
    card,
    folder: join(base, card.name),
    origin: isPulled ? "hub" : isShipped ? "bundled" : "added",
    lock: isPulled ? await lockedModel(places.dataFolder, card.name) : undefined,
  };
};

const listModels = async (places: Places): Promise<FoundModel[]> => {
  const names = await Promise.all([places.folder, places.dataFolder].map(foldersIn));
  const unique = [...new Set(names.flat())].sort();
  const found = await Promise.all(
    unique.map(async (name) => {
      const hasCard =
        (await cardText(join(places.folder, name))) ?? (await cardText(join(places.dataFolder, name)));
      return hasCard === undefined ? [] : [await findModel(name, places)];
    }),
  );
  return found.flat();
};

const foldersIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { withFileTypes: true }).catch(() => []))
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** What each file must be: by the card, or by the lock for one of the hub. */
const factsWanted = ({ card, lock, folder }: FoundModel): Readonly<Record<string, FileFacts>> => {
  if (!("hub" in card)) return { [card.file]: card };
  if (!lock) throw missing(card.name, folder);
  return lock.files;
};

const proveFiles = async (found: FoundModel): Promise<void> => {
  for (const [file, wanted] of Object.entries(factsWanted(found))) {
    const path = join(found.folder, file);
    const facts = await factsOf(path);
    if (!facts) throw missing(found.card.name, path, found.origin);
    if (facts.sha256 !== wanted.sha256 || facts.sizeBytes !== wanted.sizeBytes) throw damaged(found, path);
  }
};

const isThere = async (found: FoundModel): Promise<boolean> => {
  if (!("hub" in found.card)) return true;
  return found.lock !== undefined && (await foldersIn(join(found.folder, ".."))).includes(found.card.name);
};

const featureModel = ({ card, folder, lock }: FoundModel): FeatureModel => {
  if (card.task !== "patch-features") throw unfit(card, "patch-features");
  const proven = FeatureModelCard.parse({ ...card, ...lock?.files[card.file] });
  return { path: join(folder, card.file), card: proven };
};

const folderModel = <Task extends ModelTask>(found: FoundModel, task: Task): FolderModel<Task> => {
  const { card, folder, lock } = found;
  if (card.task !== task) throw unfit(card, task);
  const hashes = Object.values(lock?.files ?? {}).map(({ sha256 }) => sha256);
  return {
    folder,
    card: card as Extract<ModelCard, { task: Task }>, // its task was compared above
    sha256: "sha256" in card ? card.sha256 : createHash("sha256").update(hashes.sort().join()).digest("hex"),
  };
};

const cardText = async (folder: string): Promise<string | undefined> =>
  readFile(join(folder, "card.json"), "utf8").catch(() => undefined);

const readCard = async (folder: string): Promise<ModelCard | undefined> => {
  const text = await cardText(folder);
  if (text === undefined) return undefined;
  try {
    return ModelCard.parse(JSON.parse(text));
  } catch (cause) {
    throw new GumsaError("model_damaged", `${join(folder, "card.json")} is not a model card.`, { cause });
  }
};

const unfit = ({ name, task }: ModelCard, wanted: ModelTask): GumsaError =>
  new GumsaError("model_unfit", `${name} is a model for ${task}, not for ${wanted}.`, {
    hint: task === "backbone" ? `gumsa models add NAME --from ${name} --taps A,B` : "gumsa models list",
  });

const missing = (name: string, path: string, origin: FoundModel["origin"] = "hub"): GumsaError =>
  new GumsaError("model_missing", `${path} is not there.`, { hint: remedy(name, origin) });

const damaged = ({ card, origin }: FoundModel, path: string): GumsaError =>
  new GumsaError(
    "model_damaged",
    `${path} does not match the SHA-256 of its ${origin === "hub" ? "lock" : "card"}.`,
    {
      hint: remedy(card.name, origin),
    },
  );

const remedy = (name: string, origin: FoundModel["origin"]): string =>
  ({
    bundled: "install Gumsa again",
    hub: `gumsa models pull ${name}`,
    added: `gumsa models remove ${name}, then add it again`,
  })[origin];
