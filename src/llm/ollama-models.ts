// Language models of a local Ollama server, found by name, or by the name of their profile.
import { z } from "zod";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { ChatModel, ChatModels, ModelRun } from "./chat-model.ts";
import { askOllama } from "./ollama-ask.ts";
import { createOllamaClient } from "./ollama-client.ts";
import { converseWithOllama } from "./ollama-converse.ts";
import { createQueue } from "./one-at-a-time.ts";
import type { Profile } from "./profiles/profile.ts";
import { profileNamed, profileOf } from "./profiles/profiles.ts";
import type { Limits } from "./watch.ts";

export interface OllamaOptions extends Pick<Limits, "deadlineMs"> {
  readonly host: string;
  readonly idleMs?: number;
  /** For the short questions about what the server has. */
  readonly connectMs?: number;
  readonly keepAlive?: string;
}

/** A model whose profile its name does not tell, such as a fine-tuned one. */
export interface OllamaModels extends ChatModels {
  open(name: string, run: ModelRun, profile?: Profile): Promise<ChatModel>;
}

const DEFAULT_IDLE_MS = 30_000;
const DEFAULT_CONNECT_MS = 5_000;

const Tags = z.object({ models: z.array(z.object({ name: z.string(), digest: z.string().optional() })) });
const Shown = z.object({
  /** Absent on older servers. */
  capabilities: z.array(z.string()).optional(),
  model_info: z.record(z.string(), z.unknown()).default({}),
});

export const createOllamaModels = (options: OllamaOptions): OllamaModels => {
  const inTurn = createQueue();
  const { host, keepAlive } = options;
  return {
    async open(asked, { signal }, known) {
      const { name, digest, version, shown } = await lookUp(asked, options, signal);
      const profile = known ?? profileOf(name);
      const limits = { idleMs: DEFAULT_IDLE_MS, ...options };
      const server = { host, model: name, profile, limits, keepAlive, mostContext: contextLength(shown) };
      return {
        name,
        digest,
        server: `ollama ${version}`,
        profile,
        seesPictures: profile.pictures !== null && (shown.capabilities?.includes("vision") ?? true),
        ask: (question, run) => inTurn(() => askOllama(question, server, run)),
        converse: (conversation, run) => inTurn(() => converseWithOllama(conversation, server, run)),
      };
    },
    async preload(asked, { signal = new AbortController().signal }) {
      const { name } = await lookUp(asked, options, signal);
      const client = createOllamaClient(host, signal);
      await client.chat({
        model: name,
        messages: [],
        ...(keepAlive !== undefined && { keep_alive: keepAlive }),
      });
    },
  };
};

interface Found {
  readonly name: string;
  readonly digest: string | undefined;
  readonly version: string;
  readonly shown: z.infer<typeof Shown>;
}

const lookUp = async (
  asked: string,
  { host, connectMs = DEFAULT_CONNECT_MS }: OllamaOptions,
  cancel: AbortSignal | undefined,
): Promise<Found> => {
  const limit = AbortSignal.timeout(connectMs);
  const client = createOllamaClient(host, cancel ? AbortSignal.any([limit, cancel]) : limit);
  try {
    const [{ version }, { models }] = await Promise.all([
      client.version(),
      client.list().then((listed) => Tags.parse(listed)),
    ]);
    const entry = entryFor(asked, models);
    if (!entry) throw missing(asked, host);
    const name = entry.name === `${asked}:latest` ? asked : entry.name;
    return { name, digest: entry.digest, version, shown: Shown.parse(await client.show({ model: name })) };
  } catch (error) {
    throwIfCancelled(cancel);
    if (error instanceof GumsaError) throw error;
    throw new GumsaError("llm_unavailable", `No Ollama server answers at ${host}.`, {
      hint: "start it with `ollama serve`, or set OLLAMA_HOST",
      cause: error,
    });
  }
};

/** A model of this very name, or the first of the profile that is named. */
const entryFor = (asked: string, models: z.infer<typeof Tags>["models"]) => {
  const named = models.find(({ name }) => name === asked || name === `${asked}:latest`);
  const profile = profileNamed(asked);
  return named ?? (profile && models.find(({ name }) => profileOf(name) === profile));
};

const missing = (name: string, host: string): GumsaError =>
  new GumsaError("llm_model_missing", `The server at ${host} has no model ${name}.`, {
    hint: `ollama pull ${profileNamed(name)?.pull ?? name}`,
  });

/** `qwen25vl.context_length`, `llama.context_length`, …; undefined where the server does not say. */
const contextLength = ({ model_info }: z.infer<typeof Shown>): number | undefined => {
  const [, length] = Object.entries(model_info).find(([key]) => key.endsWith(".context_length")) ?? [];
  return typeof length === "number" ? length : undefined;
};
