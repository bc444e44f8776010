// The `ollama` client behind a stricter `fetch`. Left to itself the client writes to standard output when an
// error is not JSON, passes over lines that are none, and has no way to cancel a question before its first token.
import { Ollama } from "ollama";
import { GumsaError } from "../errors.ts";

export const createOllamaClient = (host: string, signal: AbortSignal): Ollama =>
  new Ollama({
    host,
    fetch: async (address, init) => {
      const response = await fetch(address, { ...init, signal });
      if (!response.ok) throw await refusal(response);
      const isStream = response.headers.get("content-type")?.includes("ndjson");
      return isStream && response.body ? new Response(response.body.pipeThrough(objectLines())) : response;
    },
  });

const LONGEST_DETAIL = 300;

/** A missing model is 404; a request that the model cannot serve is another 4xx; the rest is the server's fault. */
const refusal = async (response: Response): Promise<GumsaError> => {
  const { status } = response;
  const detail = (await response.text().catch(() => "")).slice(0, LONGEST_DETAIL);
  const code =
    status === 404 ? "llm_model_missing" : status >= 400 && status < 500 ? "llm_unusable" : "llm_unavailable";
  return new GumsaError(code, `The server answered ${status}: ${detail || response.statusText}`);
};

/** Lets whole lines through, each a JSON object, and fails on the first that is not. */
const objectLines = (): TransformStream<Uint8Array, Uint8Array> => {
  const [decoder, encoder] = [new TextDecoder(), new TextEncoder()];
  let rest = "";
  const pass = (text: string, out: TransformStreamDefaultController<Uint8Array>): void => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter((line) => line.trim() !== "")) {
      if (!isObject(line)) throw new GumsaError("llm_unusable", "The server sent a line that is not JSON.");
      out.enqueue(encoder.encode(`${line}\n`));
    }
  };
  return new TransformStream({
    transform: (chunk, out) => pass(decoder.decode(chunk, { stream: true }), out),
    flush: (out) => pass(`${decoder.decode()}\n`, out),
  });
};

const isObject = (line: string): boolean => {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false; // that it does not parse is the answer
  }
};
