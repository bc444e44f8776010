// Language models of a local Ollama server, found by name.
import { z } from "zod";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { ChatModel, ChatModels } from "./chat-model.ts";
import { askOllama } from "./ollama-ask.ts";
import { createOllamaClient } from "./ollama-client.ts";
import type { Limits } from "./watch.ts";

export interface OllamaOptions extends Pick<Limits, "deadlineMs"> {
  readonly host: string;
  readonly idleMs?: number;
  /** For the short questions about what the server has. */
  readonly connectMs?: number;
}

const DEFAULT_IDLE_MS = 30_000;
const DEFAULT_CONNECT_MS = 5_000;

const Tags = z.object({ models: z.array(z.object({ name: z.string(), digest: z.string().optional() })) });
const Shown = z.object({
  /** Absent on older servers. */
  capabilities: z.array(z.string()).optional(),
  model_info: z.record(z.string(), z.unknown()).default({}),
});

export const createOllamaModels = (options: OllamaOptions): ChatModels => {
  const inTurn = createQueue();
  return {
    async open(name, { signal }) {
      const { digest, shown } = await lookUp(name, options, signal);
      const limits = { idleMs: DEFAULT_IDLE_MS, ...options };
      const server = { host: options.host, model: name, limits, mostContext: contextLength(shown) };
      const model: ChatModel = {
        name,
        digest,
        seesPictures: shown.capabilities?.includes("vision") ?? true,
        ask: (question, run) => inTurn(() => askOllama(question, server, run.signal)),
      };
      return model;
    },
  };
};

/** One after the other: a question that waits behind another in the server would spend its own deadline there. */
const createQueue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work);
    last = mine.catch(() => {}); // told to whoever asked
    return mine;
  };
};

interface Found {
  readonly digest: string | undefined;
  readonly shown: z.infer<typeof Shown>;
}

const lookUp = async (
  name: string,
  { host, connectMs = DEFAULT_CONNECT_MS }: OllamaOptions,
  cancel: AbortSignal | undefined,
): Promise<Found> => {
  const limit = AbortSignal.timeout(connectMs);
  const client = createOllamaClient(host, cancel ? AbortSignal.any([limit, cancel]) : limit);
  try {
    const { models } = Tags.parse(await client.list());
    const entry = models.find((model) => model.name === name || model.name === `${name}:latest`);
    if (!entry) throw missing(name, host);
    return { digest: entry.digest, shown: Shown.parse(await client.show({ model: name })) };
  } catch (error) {
    throwIfCancelled(cancel);
    if (error instanceof GumsaError) throw error;
    throw new GumsaError("llm_unavailable", `No Ollama server answers at ${host}.`, {
      hint: "start it with `ollama serve`, or set OLLAMA_HOST",
      cause: error,
    });
  }
};

const missing = (name: string, host: string): GumsaError =>
  new GumsaError("llm_model_missing", `The server at ${host} has no model ${name}.`, {
    hint: `ollama pull ${name}`,
  });

/** `qwen25vl.context_length`, `llama.context_length`, …; undefined where the server does not say. */
const contextLength = ({ model_info }: z.infer<typeof Shown>): number | undefined => {
  const [, length] = Object.entries(model_info).find(([key]) => key.endsWith(".context_length")) ?? [];
  return typeof length === "number" ? length : undefined;
};
