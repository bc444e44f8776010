import { join } from "node:path";
import type { Config } from "../config.ts";
import { GumsaError } from "../errors.ts";
import { addModel } from "../inference/add-model.ts";
import type { JobPool } from "../inference/job-pool.ts";
import type { FoundModel, ModelStore } from "../inference/model-store.ts";
import type { Inspector } from "./contract.ts";
import type { ModelInput, ModelSummary, Progress } from "./inputs.ts";
import type { Store } from "../store/store.ts";

export interface ModelParts {
  readonly models: ModelStore;
  readonly jobs: JobPool;
  readonly hub: Config["hub"];
  readonly store: Store;
}

export const modelsOf = ({ models, jobs, hub, store }: ModelParts): Inspector["models"] => ({
  async list() {
    return Promise.all((await models.list()).map((found) => summaryOf(found, models)));
  },
  async pull(name, { isOffline = false } = {}, { onProgress, signal }: Progress = {}) {
    const { pullModel } = await loadHub();
    const found = await pullModel(name, {
      models,
      hub: { ...hub, isOffline: hub.isOffline || isOffline },
      onProgress: (share) => onProgress?.("pull_model", share),
      signal,
    });
    return summaryOf(found, models);
  },
  async verify(name) {
    const found = await models.find(name);
    await models.prove(found);
    return { ...described(found), state: "verified" };
  },
  async remove(name, { isForgotten = false } = {}) {
    await refuseUsed(name, store);
    const { removeModel } = await loadHub();
    await removeModel(await models.find(name), { models, isForgotten });
  },
  async add(input) {
    return summaryOf(await addModel(await sourced(input, models), { models, jobs }), models);
  },
});

/** Loaded late: inspections connect to nobody. */
const loadHub = () => import("../inference/hub/pull-model.ts");

const refuseUsed = async (name: string, store: Store): Promise<void> => {
  const [user] = (await store.products.list()).filter(({ model }) => model === name);
  if (!user) return;
  throw new GumsaError("model_in_use", `The product ${user.id} uses ${name}.`, {
    hint: `gumsa product model ${user.id} --back`,
  });
};

/** A file of one's own, or the one of a pulled model. */
const sourced = async ({ source, ...input }: ModelInput, models: ModelStore) => {
  if ("onnx" in source) return { ...input, onnx: source.onnx };
  const { folder, card } = await models.find(source.from);
  if (!("file" in card)) {
    throw new GumsaError("model_unfit", `${source.from} is not one network in one file.`, {
      hint: "name an ONNX file with --onnx",
    });
  }
  await models.model(source.from, card.task); // proven, or told why not
  return { ...input, onnx: join(folder, card.file), licence: card.licence };
};

const described = ({ card, origin, lock, folder }: FoundModel): Omit<ModelSummary, "state"> => {
  const sizes = lock ? Object.values(lock.files).map(({ sizeBytes }) => sizeBytes) : [];
  const known = "sizeBytes" in card ? [card.sizeBytes] : sizes;
  return {
    name: card.name,
    task: card.task,
    origin,
    licence: card.licence,
    limits: card.limits,
    unverified: card.unverified,
    folder,
    ...("hub" in card && { repository: card.hub.repository }),
    ...(lock?.commit !== undefined && { commit: lock.commit }),
    ...(known.length > 0 && { sizeBytes: known.reduce((sum, size) => sum + size, 0) }),
  };
};

const summaryOf = async (found: FoundModel, models: ModelStore): Promise<ModelSummary> => {
  try {
    await models.prove(found);
    return { ...described(found), state: "verified" };
  } catch (error) {
    if (!(error instanceof GumsaError)) throw error;
    return { ...described(found), state: error.code === "model_missing" ? "missing" : "damaged" };
  }
};
