import { Ollama } from "ollama";

export interface OllamaStatus {
  readonly version: string;
  /** Names of the models that are there. */
  readonly models: readonly string[];
}

/** What the server at `host` has, or undefined when none answers in time. */
export const ollamaStatus = async (host: string, timeoutMs = 1500): Promise<OllamaStatus | undefined> => {
  const signal = AbortSignal.timeout(timeoutMs);
  const client = new Ollama({ host, fetch: (input, init) => fetch(input, { ...init, signal }) });
  try {
    const [{ version }, { models }] = await Promise.all([client.version(), client.list()]);
    return { version, models: models.map(({ name }) => name) };
  } catch {
    return undefined; // not there, not an Ollama, or too slow: to a caller all the same
  }
};
