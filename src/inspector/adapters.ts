// Fine-tuned models: made known to their server, asked a first question, and proven against their base before anyone
// can choose them as a writer.
import type { Adapter } from "../domain/adapter.ts";
import { CHOSEN_WRITER, RULE_WRITER } from "../domain/language-model.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "./contract.ts";
import type { AdapterInput, Progress } from "./inputs.ts";
import type { ChatModel, ModelRun } from "../llm/chat-model.ts";
import { createOllamaModel, deleteOllamaModel } from "../llm/ollama-create.ts";
import { PROFILES, profileNamed } from "../llm/profiles/profiles.ts";
import { askFor } from "../llm/prompts/prompt.ts";
import { readNumberPrompt } from "../llm/prompts/read-number.ts";
import { knownAdapter, proveAdapter } from "./adapter-proof.ts";
import { modelName } from "./model-name.ts";
import type { Parts } from "./parts.ts";

export const adaptersOf = (parts: Parts): Inspector["adapters"] => {
  const { store, ollamaHost } = parts;
  return {
    add: (input, run = {}) => addAdapter(input, { parts, run }),
    prove: async (name, input, run = {}) =>
      proveAdapter(await knownAdapter(name, store), input, { parts, run }),
    list: () => store.languageModels.adapters(),
    async remove(name, { signal } = {}) {
      const adapter = await knownAdapter(name, store);
      if (adapter.kind !== "served") await forget(adapter.model, { host: ollamaHost, signal });
      await store.languageModels.removeAdapter(name);
    },
  };
};

/** A model that its server has lost already is no reason to keep the entry. */
const forget = async (model: string, run: Parameters<typeof deleteOllamaModel>[1]): Promise<void> => {
  try {
    await deleteOllamaModel(model, run);
  } catch (error) {
    if (!(error instanceof GumsaError) || error.code !== "llm_model_missing") throw error;
  }
};

interface Adding {
  readonly parts: Parts;
  readonly run: Progress;
}

const addAdapter = async (input: AdapterInput, adding: Adding): Promise<Adapter> => {
  const { parts, run } = adding;
  await requireFreeName(input.name, parts);
  requireProfile(input.base);
  const adapter = input.source.kind === "served" ? served(input, input.source) : await made(input, adding);
  const probed = { ...adapter, ...(await firstInference(adapter, adding)) };
  await parts.store.languageModels.putAdapter(probed);
  const isProvable = (await parts.store.inspections.list({ ...input, limit: 1 })).length > 0;
  return isProvable ? proveAdapter(probed, input, { parts, run }) : probed;
};

const requireFreeName = async (name: string, { store, chat }: Parts): Promise<void> => {
  modelName(name);
  const isReserved = [RULE_WRITER, CHOSEN_WRITER, "openai"].includes(name) || profileNamed(name);
  if (isReserved || (await store.languageModels.adapter(name)) || (await isServed(name, chat))) {
    throw new GumsaError("adapter_exists", `The name ${name} is taken.`, {
      hint: `choose another name, or first: gumsa adapters remove ${name}`,
    });
  }
};

const isServed = (name: string, chat: Parts["chat"]): Promise<boolean> =>
  chat.open(name, {}).then(
    () => true,
    () => false, // no such model, or no server at all
  );

const requireProfile = (name: string): void => {
  if (profileNamed(name)) return;
  throw new GumsaError("usage_invalid", `There is no profile ${name}.`, {
    hint: `one of ${PROFILES.map((profile) => profile.name).join(", ")}`,
  });
};

const served = (
  { name, base, baseModel }: AdapterInput,
  { endpoint, model }: { readonly endpoint: string; readonly model: string },
): Adapter => {
  if (baseModel === undefined) {
    throw new GumsaError("usage_invalid", "An adapter of an endpoint is compared with a model there.", {
      hint: "name it with --against MODEL",
    });
  }
  const entry = { name, base, baseModel, kind: "served", endpoint, model } as const;
  return { ...entry, server: `openai ${endpoint}`, addedAt: new Date().toISOString() };
};

const made = async (
  { name, base, baseModel, source }: AdapterInput,
  { parts: { chat, ollamaHost: host }, run: { signal, onProgress } }: Adding,
): Promise<Adapter> => {
  const model = await chat.open(baseModel ?? base, { signal });
  const files =
    source.kind === "merged"
      ? { files: [source.gguf, ...(source.projector ? [source.projector] : [])] }
      : { adapters: source.kind === "lora" ? [source.file] : [] };
  await createOllamaModel(
    { name, from: model.name, ...files },
    { host, signal, onProgress: (share) => onProgress?.("send_weights", share) },
  );
  const entry = { name, base, baseModel: model.name, kind: source.kind, model: name } as const;
  return { ...entry, server: model.server, addedAt: new Date().toISOString() };
};

/** A server may take an adapter and fail when it is loaded. What was made for nothing is taken away again. */
const firstInference = async (adapter: Adapter, { parts, run }: Adding): Promise<Pick<Adapter, "server">> => {
  try {
    const pair = await parts.chat.openPair(adapter, run);
    await askAnything(pair.adapter, run, parts);
    return { server: pair.adapter.server };
  } catch (error) {
    if (adapter.kind !== "served") await forget(adapter.model, { host: parts.ollamaHost }).catch(() => {}); // the first error counts
    if (!(error instanceof GumsaError) || error.code === "cancelled") throw error;
    throw new GumsaError("adapter_refused", `${adapter.server} cannot answer with it: ${error.message}`, {
      cause: error,
      ...(error.hint !== undefined && { hint: error.hint }),
    });
  }
};

/** Where it sees, this tests its sight as well: fine-tuning may have cost a model its eyes. */
const askAnything = async (model: ChatModel, run: ModelRun, { sight }: Parts): Promise<void> => {
  if (!model.seesPictures) return void (await askFor(readNumberPrompt(), { model, pictures: [], ...run }));
  const { isSeen, said } = await sight.canaryOf(model, run);
  if (!isSeen) throw new GumsaError("llm_blind", `It read “${said}” on the test picture.`);
};
