// Language models behind an OpenAI-compatible endpoint: vLLM, llama-server, LM Studio, or a hosted one such as Gemini's.
import OpenAI from "openai";
import { z } from "zod";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import type { ChatModel, ChatModels, ModelRun } from "./chat-model.ts";
import { createQueue } from "./one-at-a-time.ts";
import { askOpenAi } from "./openai-ask.ts";
import { converseWithOpenAi } from "./openai-converse.ts";
import { refusal } from "./openai-refusal.ts";
import type { Profile } from "./profiles/profile.ts";
import { profileOf } from "./profiles/profiles.ts";
import type { Limits } from "./watch.ts";

export interface OpenAiOptions extends Pick<Limits, "deadlineMs"> {
  /** Up to and with `/v1`. */
  readonly baseUrl: string;
  readonly apiKey?: string | undefined;
  readonly idleMs?: number;
  readonly connectMs?: number;
}

export interface OpenAiModels extends ChatModels {
  open(name: string, run: ModelRun, profile?: Profile): Promise<ChatModel>;
  /** The names under which the endpoint serves models. */
  names(run: ModelRun): Promise<readonly string[]>;
}

const DEFAULT_IDLE_MS = 30_000;
const DEFAULT_CONNECT_MS = 5_000;

const Entry = z.object({
  id: z.string(),
  /** vLLM tells it. */
  max_model_len: z.int().positive().optional(),
});
type Entry = z.infer<typeof Entry>;

export const createOpenAiModels = (options: OpenAiOptions): OpenAiModels => {
  const inTurn = createQueue();
  const { baseUrl, apiKey } = options;
  // Retries would hide which attempt worked, and how long the others took.
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? "none",
    maxRetries: 0,
    logLevel: "off",
  });
  return {
    async open(asked, { signal }, known) {
      const entries = await list(client, options, signal);
      const entry =
        asked === "" ? entries[0] : entries.find(({ id }) => id === asked || id === `models/${asked}`);
      if (!entry) throw missing(asked, baseUrl, entries);
      const profile = known ?? profileOf(entry.id);
      const limits = { idleMs: DEFAULT_IDLE_MS, ...options };
      const server = { client, baseUrl, model: entry.id, profile, limits, mostContext: entry.max_model_len };
      return {
        name: entry.id,
        digest: undefined,
        server: `openai ${baseUrl}`,
        profile,
        seesPictures: profile.pictures !== null,
        ask: (question, run) => inTurn(() => askOpenAi(question, server, run)),
        converse: (conversation, run) => inTurn(() => converseWithOpenAi(conversation, server, run)),
      };
    },
    // Such a server has its model loaded.
    preload: async () => {},
    names: async ({ signal }) => (await list(client, options, signal)).map(({ id }) => id),
  };
};

const list = async (
  client: OpenAI,
  { baseUrl, connectMs = DEFAULT_CONNECT_MS }: OpenAiOptions,
  cancel: AbortSignal | undefined,
): Promise<Entry[]> => {
  const limit = AbortSignal.timeout(connectMs);
  try {
    const { data } = await client.models.list({ signal: cancel ? AbortSignal.any([limit, cancel]) : limit });
    return z.array(Entry).parse(data);
  } catch (error) {
    throwIfCancelled(cancel);
    throw refusal(error, baseUrl);
  }
};

const missing = (name: string, baseUrl: string, entries: readonly Entry[]): GumsaError =>
  new GumsaError("llm_model_missing", `The endpoint ${baseUrl} serves no model ${name}.`, {
    hint: `it serves: ${entries.map(({ id }) => id).join(", ") || "none"}`,
  });
