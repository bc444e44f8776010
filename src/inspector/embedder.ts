import type { Config } from "../config.ts";
import type { JobPool } from "../inference/job-pool.ts";
import { createLocalEmbedder } from "../inference/local-embedder.ts";
import type { ModelStore } from "../inference/model-store.ts";
import type { TextEmbedder } from "../inference/text-embedder.ts";
import { createOllamaEmbedder } from "../llm/ollama-embedder.ts";

const OLLAMA = "ollama:";

export interface EmbedderDeps {
  readonly config: Config;
  readonly models: ModelStore;
  readonly jobs: JobPool;
}

/** The model that the setting names; undefined for `none`, and for `auto` where no model is installed. */
export const chooseEmbedder = async ({
  config,
  models,
  jobs,
}: EmbedderDeps): Promise<TextEmbedder | undefined> => {
  const { embedder } = config.manuals;
  if (embedder === "none") return undefined;
  if (embedder.startsWith(OLLAMA)) {
    return createOllamaEmbedder({ host: config.ollama.host, model: embedder.slice(OLLAMA.length) });
  }
  const model =
    embedder === "auto"
      ? await models.firstOf("text-embedding")
      : await models.model(embedder, "text-embedding");
  return model && createLocalEmbedder({ model, jobs });
};
