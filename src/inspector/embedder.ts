import { join } from "node:path";
import type { Config } from "../config.ts";
import { GumsaError } from "../errors.ts";
import type { JobPool } from "../inference/job-pool.ts";
import { createLocalEmbedder, findTextModel } from "../inference/local-embedder.ts";
import type { TextEmbedder } from "../inference/text-embedder.ts";
import { createOllamaEmbedder } from "../llm/ollama-embedder.ts";

const OLLAMA = "ollama:";

export interface EmbedderDeps {
  readonly config: Config;
  /** The package's folder. */
  readonly root: string;
  readonly jobs: JobPool;
}

/** The model that the setting names; undefined for `none`, and for `auto` where no model is installed. */
export const chooseEmbedder = async ({
  config,
  root,
  jobs,
}: EmbedderDeps): Promise<TextEmbedder | undefined> => {
  const { embedder } = config.manuals;
  if (embedder === "none") return undefined;
  if (embedder.startsWith(OLLAMA)) {
    return createOllamaEmbedder({ host: config.ollama.host, model: embedder.slice(OLLAMA.length) });
  }
  const folders = [join(config.home, "models"), join(root, "models")];
  const found = await findTextModel(folders, embedder === "auto" ? undefined : embedder);
  if (found) return createLocalEmbedder({ ...found, jobs });
  if (embedder === "auto") return undefined;
  throw new GumsaError("model_missing", `No embedding model ${embedder} is installed.`, {
    hint: `put its folder into ${folders[0]}, or set GUMSA_EMBEDDER to ollama:NAME or none`,
  });
};
