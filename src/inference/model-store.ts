// Finds the bundled models and proves that a file is the one its card speaks of, once a process.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { GumsaError } from "../errors.ts";
import { FeatureModelCard } from "./model-card.ts";

/** A model ready for a worker: plain data. */
export interface FeatureModel {
  readonly path: string;
  readonly card: FeatureModelCard;
}

export interface ModelStore {
  /** Throws `model_missing`, or `model_damaged` when the file is not the one that the card describes. */
  features(name: string): Promise<FeatureModel>;
  /** The path of a small operator graph without weights: `patches`, `nearest`, … */
  operator(name: string): string;
}

export const createModelStore = (folder: string): ModelStore => {
  const verified = new Map<string, Promise<FeatureModel>>();
  return {
    features(name) {
      const model = verified.get(name) ?? loadFeatures(join(folder, name));
      verified.set(name, model);
      model.catch(() => verified.delete(name));
      return model;
    },
    operator: (name) => join(folder, "operators", `${name}.onnx`),
  };
};

const loadFeatures = async (folder: string): Promise<FeatureModel> => {
  const card = await readCard(folder);
  const path = join(folder, card.file);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new GumsaError("model_missing", `${path} is not there.`, { hint: "install Gumsa again", cause });
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== card.sha256) {
    throw new GumsaError("model_damaged", `${path} does not match the SHA-256 of its card.`, {
      hint: "install Gumsa again",
    });
  }
  return { path, card };
};

const readCard = async (folder: string): Promise<FeatureModelCard> => {
  const path = join(folder, "card.json");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GumsaError("model_missing", `${path} is not there.`, { hint: "install Gumsa again", cause });
  });
  const card = FeatureModelCard.safeParse(JSON.parse(text));
  if (card.success) return card.data;
  throw new GumsaError("model_damaged", `${path} is not a model card.`, { cause: card.error });
};
