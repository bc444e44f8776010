import { GumsaError } from "../errors.ts";
import { type TextEmbedder, toUnit } from "../inference/text-embedder.ts";
import { createOllamaClient } from "./ollama-client.ts";

export interface OllamaEmbedderOptions {
  readonly host: string;
  /** As the server calls it: `bge-m3`, `nomic-embed-text:latest`. */
  readonly model: string;
  /** For one batch of texts, the model's loading included. */
  readonly deadlineMs?: number;
}

const DEADLINE_MS = 60_000;

/** Throws `llm_unavailable`, `llm_model_missing`, `llm_timeout`, `llm_unusable`. */
export const createOllamaEmbedder = ({
  host,
  model,
  deadlineMs = DEADLINE_MS,
}: OllamaEmbedderOptions): TextEmbedder => {
  const ask = async <Answer>(
    question: (client: ReturnType<typeof createOllamaClient>) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Answer> => {
    const deadline = AbortSignal.timeout(deadlineMs);
    const client = createOllamaClient(host, signal ? AbortSignal.any([signal, deadline]) : deadline);
    try {
      return await question(client);
    } catch (cause) {
      throw failureOf(cause, { host, deadline, signal });
    }
  };
  return {
    name: `ollama:${model}`,
    async version(signal) {
      const { models } = await ask((client) => client.list(), signal);
      const found = models.find(({ name }) => name === model || name === `${model}:latest`);
      if (!found) throw missing(model);
      return `ollama:${found.name}:${found.digest.slice(0, 16)}`;
    },
    async embed(texts, _role, signal) {
      const { embeddings } = await ask((client) => client.embed({ model, input: [...texts] }), signal);
      if (embeddings?.length !== texts.length) {
        throw new GumsaError(
          "llm_unusable",
          `${model} gave ${embeddings?.length ?? 0} vectors for ${texts.length} texts.`,
        );
      }
      return embeddings.map((vector) => toUnit(Float32Array.from(vector)));
    },
  };
};

const failureOf = (
  cause: unknown,
  { host, deadline, signal }: { host: string; deadline: AbortSignal; signal: AbortSignal | undefined },
): unknown => {
  if (cause instanceof GumsaError) return cause;
  if (signal?.aborted) return new GumsaError("cancelled", "The work was cancelled.", { cause });
  if (deadline.aborted) return new GumsaError("llm_timeout", `${host} did not answer in time.`, { cause });
  return new GumsaError("llm_unavailable", `No server answers at ${host}.`, { hint: "ollama serve", cause });
};

const missing = (model: string): GumsaError =>
  new GumsaError("llm_model_missing", `The server does not have the model ${model}.`, {
    hint: `ollama pull ${model}`,
  });
