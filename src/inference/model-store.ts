// Finds the bundled models and proves that a file is the one its card speaks of, once a process.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { GumsaError } from "../errors.ts";
import { CaptureGraderCard, type GraderModel } from "./grader-card.ts";
import { FeatureModelCard } from "./model-card.ts";

/** A model ready for a worker: plain data. */
export interface FeatureModel {
  readonly path: string;
  readonly card: FeatureModelCard;
}

export interface ModelStore {
  /** Throws `model_missing`, or `model_damaged` when the file is not the one that the card describes. */
  features(name: string): Promise<FeatureModel>;
  /** The network that grades captures; throws like `features`. */
  grader(): Promise<GraderModel>;
  /** The path of a small operator graph without weights: `patches`, `nearest`, … */
  operator(name: string): string;
}

const GRADER = "capture-grade";

export const createModelStore = (folder: string): ModelStore => {
  const features = new Map<string, Promise<FeatureModel>>();
  const graders = new Map<string, Promise<GraderModel>>();
  return {
    features: (name) => once(features, name, () => load(join(folder, name), FeatureModelCard)),
    grader: () => once(graders, GRADER, () => load(join(folder, GRADER), CaptureGraderCard)),
    operator: (name) => join(folder, "operators", `${name}.onnx`),
  };
};

/** What failed is tried again at the next asking. */
const once = <T>(made: Map<string, Promise<T>>, name: string, make: () => Promise<T>): Promise<T> => {
  const model = made.get(name) ?? make();
  made.set(name, model);
  model.catch(() => made.delete(name));
  return model;
};

interface Card {
  readonly file: string;
  readonly sha256: string;
}

const load = async <C extends Card>(
  folder: string,
  schema: z.ZodType<C>,
): Promise<{ readonly path: string; readonly card: C }> => {
  const card = await readCard(folder, schema);
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

const readCard = async <C>(folder: string, schema: z.ZodType<C>): Promise<C> => {
  const path = join(folder, "card.json");
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new GumsaError("model_missing", `${path} is not there.`, { hint: "install Gumsa again", cause });
  });
  const card = schema.safeParse(JSON.parse(text));
  if (card.success) return card.data;
  throw new GumsaError("model_damaged", `${path} is not a model card.`, { cause: card.error });
};
