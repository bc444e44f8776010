// What is there and what is missing, with the next thing to do. Nothing here throws: a fault is a finding.
import { statfs } from "node:fs/promises";
import type { Config } from "../config.ts";
import { GumsaError } from "../errors.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { Check } from "./inputs.ts";
import { ollamaStatus } from "../llm/ollama-status.ts";
import type { Store } from "../store/store.ts";

export interface DoctorDeps {
  readonly config: Config;
  readonly version: string;
  readonly store: Store;
  readonly models: ModelStore;
  /** The worker threads that would run. */
  readonly workers: number;
}

const LEAST_FREE_BYTES = 1e9;

export const examine = async (deps: DoctorDeps): Promise<Check[]> => [
  { name: "gumsa", state: "ok", detail: `${deps.version}, Node ${process.versions.node}` },
  { name: "inference", state: "ok", detail: `ONNX Runtime on ${deps.workers} worker threads` },
  await features(deps),
  await disk(deps),
  ...(await banks(deps)),
  await ollama(deps),
];

export const features = ({ models }: Pick<DoctorDeps, "models">): Promise<Check> =>
  asCheck("feature network", async () => {
    const { card } = await models.features("patch-features");
    return `${card.name} ${card.version}, SHA-256 verified`;
  });

/** What is expected to go wrong is a finding. */
export const asCheck = async (name: string, examined: () => Promise<string>): Promise<Check> => {
  try {
    return { name, state: "ok", detail: await examined() };
  } catch (error) {
    if (!(error instanceof GumsaError)) throw error;
    return { name, state: "broken", detail: error.message, ...(error.hint && { hint: error.hint }) };
  }
};

export const disk = async ({ config }: Pick<DoctorDeps, "config">): Promise<Check> => {
  const { bavail, bsize } = await statfs(config.home);
  const free = bavail * bsize;
  const detail = `${config.home}, ${(free / 1e9).toFixed(1)} GB free`;
  if (free >= LEAST_FREE_BYTES) return { name: "store", state: "ok", detail };
  return {
    name: "store",
    state: "broken",
    detail,
    hint: "free some space, or set GUMSA_HOME to another disk",
  };
};

const banks = async ({ store }: DoctorDeps): Promise<Check[]> => {
  const products = await store.products.list();
  if (products.length === 0) {
    return [
      {
        name: "products",
        state: "missing",
        detail: "none registered",
        hint: "gumsa product add ID --good DIR",
      },
    ];
  }
  return Promise.all(
    products.map(async ({ id, views }): Promise<Check> => {
      const found = await Promise.all(views.map((view) => store.banks.get(id, view)));
      const counts = found.map((bank) => bank?.leftOutScores.length ?? 0);
      const state = counts.every((count) => count > 0) ? "ok" : "missing";
      return { name: `product ${id}`, state, detail: `memory bank of ${counts.join(" + ")} good pictures` };
    }),
  );
};

const ollama = async ({ config }: DoctorDeps): Promise<Check> => {
  const { host } = config.ollama;
  const status = await ollamaStatus(host);
  const hint = "optional: install Ollama and run `ollama pull qwen2.5vl:3b`; reports are complete without it";
  if (!status) return { name: "ollama", state: "missing", detail: `no server at ${host}`, hint };
  return {
    name: "ollama",
    state: "ok",
    detail: `${status.version} at ${host}: ${status.models.join(", ") || "no models"}`,
  };
};
