import type { Config } from "../config.ts";
import { createModelRouter, type ModelRouter } from "../llm/model-router.ts";
import { createOllamaModels } from "../llm/ollama-models.ts";
import { createOpenAiModels } from "../llm/openai-models.ts";
import type { Sight } from "../llm/sight.ts";
import type { Store } from "../store/store.ts";

/** Every language model that the settings and the store know of. */
export const openModels = (
  { ollama, openai, writer: { deadlineMs } }: Config,
  store: Store,
  sight: Sight,
): ModelRouter => {
  const endpointAt = (baseUrl: string) => {
    const isOurs = openai !== null && new URL(openai.baseUrl).origin === new URL(baseUrl).origin;
    const apiKey = isOurs ? openai.apiKey.reveal() || undefined : undefined; // a key stays with its own server
    return createOpenAiModels({ baseUrl, apiKey, deadlineMs });
  };
  return createModelRouter({
    ollama: createOllamaModels({ ...ollama, deadlineMs }),
    endpoint: openai === null ? undefined : endpointAt(openai.baseUrl),
    endpointAt,
    adapterNamed: (name) => store.languageModels.adapter(name),
    sight,
  });
};
