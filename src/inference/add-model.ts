// A network of one's own becomes a model: the file is copied to the data folder, run once to see what it gives,
// and described by a card. All or nothing.
import { appendFile, copyFile, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { GumsaError } from "../errors.ts";
import { exposedOutputs } from "./expose-outputs.ts";
import { factsOf } from "./file-facts.ts";
import type { JobPool } from "./job-pool.ts";
import { type BoxesCard, type FeatureModelCard, ModelCard, ModelId } from "./model-card.ts";
import type { FoundModel, ModelStore } from "./model-store.ts";
import { missingOutputs, probeNetwork } from "./probe-network.ts";

interface Described {
  readonly name: string;
  /** Path of an ONNX file. */
  readonly onnx: string;
  readonly inputPx: number;
  readonly licence?: string;
}

/** A backbone: which of its tensors are levels of features, and how it wants its pixels. */
export interface NewFeatures extends Described {
  readonly task: "patch-features";
  readonly taps: readonly string[];
  readonly mean: readonly number[];
  readonly std: readonly number[];
}

/** A detector of fixed words. */
export interface NewDetector extends Described {
  readonly task: "boxes";
  readonly labels: readonly string[];
}

export type NewModel = NewFeatures | NewDetector;

export interface AddDeps {
  readonly models: ModelStore;
  readonly jobs: Pick<JobPool, "do">;
}

const FILE = "network.onnx";

/** Throws `model_exists`, `model_unfit`, `file_not_found`, `usage_invalid`. */
export const addModel = async (model: NewModel, deps: AddDeps): Promise<FoundModel> => {
  await refuseTaken(model.name, deps.models);
  const folder = join(deps.models.dataFolder, model.name);
  const draft = `${folder}.${process.pid}.tmp`;
  try {
    await mkdir(draft, { recursive: true });
    await copyFile(model.onnx, join(draft, FILE)).catch(throwMissing(model.onnx));
    const card = await cardOf(model, join(draft, FILE), deps);
    await writeFile(join(draft, "card.json"), `${JSON.stringify(ModelCard.parse(card), null, 2)}\n`);
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return deps.models.find(model.name);
};

const refuseTaken = async (name: string, models: ModelStore): Promise<void> => {
  const id = ModelId.safeParse(name);
  if (!id.success) throw new GumsaError("usage_invalid", `${name}: ${id.error.issues[0]?.message}`);
  if (!(await models.list()).some(({ card }) => card.name === name)) return;
  throw new GumsaError("model_exists", `There is a model ${name} already.`, {
    hint: `gumsa models remove ${name}, or choose another name`,
  });
};

const cardOf = async (
  model: NewModel,
  path: string,
  deps: AddDeps,
): Promise<FeatureModelCard | BoxesCard> => {
  if (model.task === "boxes") return detectorCard(model, path);
  const input = await featuresOf(model, path, deps);
  return { ...(await described(model, path)), task: "patch-features", ...input };
};

const featuresOf = async (
  { taps, inputPx, mean, std }: NewFeatures,
  path: string,
  { jobs }: AddDeps,
): Promise<Pick<FeatureModelCard, "input" | "taps">> => {
  const inner = await jobs.do(missingOutputs, { path, outputs: taps });
  if (inner.length > 0) await exposeInner(inner, path, jobs);
  const facts = await jobs.do(probeNetwork, { path, outputs: taps, inputPx });
  const multipleOfPx = Math.max(...facts.taps.map(({ stridePx }) => stridePx));
  const isSquare = facts.fixedPx !== undefined;
  return {
    input: {
      name: facts.inputName,
      colour: "RGB",
      range: [0, 1],
      mean: [...mean],
      std: [...std],
      multipleOfPx,
      minimumPx: FEWEST_PATCHES * multipleOfPx,
      longEdgePx: inputPx,
      ...(isSquare && { isSquare }),
    },
    taps: [...facts.taps],
  };
};

const FEWEST_PATCHES = 3;

const exposeInner = async (inner: readonly string[], path: string, jobs: AddDeps["jobs"]): Promise<void> => {
  await appendFile(path, exposedOutputs(inner));
  await jobs.do(missingOutputs, { path, outputs: [] }).catch((cause: unknown) => {
    throw new GumsaError(
      "model_unfit",
      `The network has no tensor of one of these names: ${inner.join(", ")}.`,
      {
        hint: "training/expose-taps.py FILE lists the tensors of a network",
        cause,
      },
    );
  });
};

const detectorCard = async (model: NewDetector, path: string): Promise<BoxesCard> => ({
  ...(await described(model, path)),
  task: "boxes",
  detector: { kind: "yolox", inputPx: model.inputPx, labels: [...model.labels] },
});

const described = async ({ name, licence = "not stated" }: NewModel, path: string) => {
  const facts = await factsOf(path);
  if (!facts) throw new TypeError(`${path} was written and is gone`);
  return {
    name,
    version: "1",
    licence,
    limits: "Added by its user; nothing was measured.",
    sources: [],
    unverified: [],
    file: FILE,
    ...facts,
  };
};

const throwMissing =
  (path: string) =>
  (cause: unknown): never => {
    throw new GumsaError("file_not_found", `${path} cannot be read.`, { hint: "check the path", cause });
  };
