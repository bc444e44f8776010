// Makes a model on an Ollama server from files: their bytes as blobs, then the model that names them. Nothing larger
// than a chunk is held in memory; weights may be many gigabytes.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { GumsaError, throwIfCancelled } from "../errors.ts";
import { createOllamaClient } from "./ollama-client.ts";

export interface ModelToCreate {
  readonly name: string;
  /** Weights of its own: a merged model, and its projector where it has one. */
  readonly files?: readonly string[];
  /** Adapters beside a model that is there. */
  readonly adapters?: readonly string[];
  /** The model whose weights, or whose template, it shares. */
  readonly from: string;
}

export interface Creating {
  readonly host: string;
  readonly signal?: AbortSignal | undefined;
  /** From 0 to 1, of the bytes that are sent. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

/** Throws `file_not_found`, `adapter_refused`, `llm_unavailable`, `cancelled`. */
export const createOllamaModel = async (model: ModelToCreate, run: Creating): Promise<void> => {
  const { files = [], adapters = [], from, name } = model;
  const signal = run.signal ?? new AbortController().signal;
  const client = createOllamaClient(run.host, signal);
  try {
    const digests = await sendAll([...files, ...adapters], run);
    const named = (paths: readonly string[]) =>
      Object.fromEntries(paths.map((path) => [basename(path), digests.get(path)]));
    const weights = files.length > 0 ? { files: named(files), ...(await dressOf(from, client)) } : { from };
    const request = {
      model: name,
      ...weights,
      ...(adapters.length > 0 && { adapters: digestsOf(named(adapters)) }),
    };
    const steps = await client.create({ ...request, stream: true });
    for await (const _ of steps) throwIfCancelled(run.signal);
  } catch (error) {
    throwIfCancelled(run.signal);
    throw failureOf(error, run.host);
  }
};

/** Throws `llm_model_missing` where it is not there. */
export const deleteOllamaModel = async (name: string, { host, signal }: Creating): Promise<void> => {
  const limit = signal ?? AbortSignal.timeout(30_000);
  await createOllamaClient(host, limit).delete({ model: name });
};

/** A merged file need not carry the template and settings that its base is asked with. */
const dressOf = async (
  from: string,
  client: ReturnType<typeof createOllamaClient>,
): Promise<{ template?: string; system?: string }> => {
  const { template, system } = await client.show({ model: from });
  return { ...(template && { template }), ...(system && { system }) };
};

const digestsOf = (named: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(named).flatMap(([name, digest]) => (digest === undefined ? [] : [[name, digest]])),
  );

const sendAll = async (paths: readonly string[], run: Creating): Promise<Map<string, string>> => {
  const digests = new Map<string, string>();
  for (const [index, path] of paths.entries()) {
    const digest = await digestOf(path, run.signal);
    if (!(await hasBlob(digest, run))) await sendBlob(path, digest, run);
    digests.set(path, digest);
    run.onProgress?.((index + 1) / paths.length);
  }
  return digests;
};

const digestOf = async (path: string, signal: AbortSignal | undefined): Promise<string> => {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { signal })) hash.update(chunk);
  return `sha256:${hash.digest("hex")}`;
};

const hasBlob = async (digest: string, { host, signal }: Creating): Promise<boolean> =>
  (await fetch(blobAddress(host, digest), { method: "HEAD", ...(signal && { signal }) })).ok;

const sendBlob = async (path: string, digest: string, { host, signal }: Creating): Promise<void> => {
  const body = Readable.toWeb(createReadStream(path)) as ReadableStream; // the same class under two type names
  const init = { method: "POST", body, duplex: "half", ...(signal && { signal }) } as const;
  const response = await fetch(blobAddress(host, digest), init);
  if (response.ok) return;
  const detail = (await response.text()).slice(0, 300);
  throw new GumsaError(
    "adapter_refused",
    `The server refused ${basename(path)}: ${response.status} ${detail}`,
  );
};

const blobAddress = (host: string, digest: string): URL => new URL(`/api/blobs/${digest}`, host);

const failureOf = (error: unknown, host: string): GumsaError => {
  const cause = { cause: error };
  if (isMissingFile(error))
    return new GumsaError("file_not_found", `${error.path} is not there.`, {
      hint: "check the path",
      ...cause,
    });
  if (error instanceof GumsaError && error.code !== "llm_unusable") return error;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof TypeError)
    return new GumsaError("llm_unavailable", `The server at ${host} failed: ${detail}`, cause);
  return new GumsaError("adapter_refused", `The server does not make the model: ${detail}`, {
    hint: "merge the adapter into its base (training/qlora/README.md) and add it with --merged, or serve it with llama-server --lora or vLLM and add it with --endpoint",
    ...cause,
  });
};

const isMissingFile = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && "code" in error && error.code === "ENOENT";
