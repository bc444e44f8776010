// Finds the model behind a writer's name: a proven adapter, a model of the OpenAI-compatible endpoint (`openai`, or
// `openai/NAME`), else a model or profile on the Ollama server. Every model that it gives has its eyes checked.
import type { Adapter } from "../domain/adapter.ts";
import { GumsaError } from "../errors.ts";
import type { ChatModel, ChatModels, ModelRun } from "./chat-model.ts";
import type { OllamaModels } from "./ollama-models.ts";
import type { OpenAiModels } from "./openai-models.ts";
import type { Profile } from "./profiles/profile.ts";
import { profileNamed } from "./profiles/profiles.ts";
import type { Sight } from "./sight.ts";

export interface RouterParts {
  readonly ollama: OllamaModels;
  /** Of the settings, where one is set. */
  readonly endpoint: OpenAiModels | undefined;
  readonly endpointAt: (baseUrl: string) => OpenAiModels;
  readonly adapterNamed: (name: string) => Promise<Adapter | undefined>;
  readonly sight: Sight;
}

export interface ModelRouter extends ChatModels {
  /** Its model and the one that it is compared with, proven or not. */
  openPair(
    adapter: Adapter,
    run: ModelRun,
  ): Promise<{ readonly base: ChatModel; readonly adapter: ChatModel }>;
}

const ENDPOINT = "openai";

export const createModelRouter = (parts: RouterParts): ModelRouter => {
  const { sight } = parts;
  return {
    async open(name, run) {
      const adapter = await parts.adapterNamed(name);
      if (adapter) requireProof(adapter);
      const { models, model, profile } = adapter ? ofAdapter(adapter, parts) : ofServer(name, parts);
      return sight.checked(await models.open(model, run, profile));
    },
    async preload(name, run) {
      const adapter = await parts.adapterNamed(name);
      const { models, model } = adapter ? ofAdapter(adapter, parts) : ofServer(name, parts);
      await models.preload(model, run);
    },
    async openPair(adapter, run) {
      const { models, model, profile } = ofAdapter(adapter, parts);
      return {
        base: sight.checked(await models.open(adapter.baseModel, run, profile)),
        adapter: sight.checked(await models.open(model, run, profile)),
      };
    },
  };
};

interface Route {
  readonly models: OllamaModels | OpenAiModels;
  readonly model: string;
  readonly profile?: Profile | undefined;
}

const ofServer = (name: string, { ollama, endpoint }: RouterParts): Route => {
  if (name !== ENDPOINT && !name.startsWith(`${ENDPOINT}/`)) return { models: ollama, model: name };
  if (endpoint) return { models: endpoint, model: name.slice(ENDPOINT.length + 1) };
  throw new GumsaError("llm_unavailable", "No OpenAI-compatible endpoint is set.", {
    hint: "set GUMSA_OPENAI_URL, such as http://127.0.0.1:8000/v1",
  });
};

const ofAdapter = ({ base, endpoint, model }: Adapter, { ollama, endpointAt }: RouterParts): Route => ({
  models: endpoint === undefined ? ollama : endpointAt(endpoint),
  model,
  profile: profileNamed(base),
});

const requireProof = ({ name, proof }: Adapter): void => {
  if (proof?.outcome === "proven") return;
  throw new GumsaError("adapter_unproven", `The adapter ${name} is ${proof?.outcome ?? "not proven yet"}.`, {
    hint: `gumsa adapters prove ${name}`,
  });
};
