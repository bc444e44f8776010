import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import { createOllamaEmbedder } from "./ollama-embedder.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** As much of Ollama's wire protocol as an embedding needs; each text's vector is its length and 1. */
const serve = async (fault?: "silent" | "short"): Promise<string> => {
  server = createServer(async (request, response) => {
    if (fault === "silent") return;
    let body = "";
    for await (const chunk of request) body += chunk;
    response.setHeader("content-type", "application/json");
    if (request.url === "/api/tags") {
      return void response.end(
        JSON.stringify({ models: [{ name: "bge-m3:latest", digest: "ab".repeat(32) }] }),
      );
    }
    const { model, input } = JSON.parse(body) as { model: string; input: string[] }; // our own request
    if (model !== "bge-m3") {
      response.statusCode = 404;
      return void response.end(JSON.stringify({ error: "model not found" }));
    }
    const embeddings = input.map((text) => [text.length, 1]).slice(fault === "short" ? 1 : 0);
    response.end(JSON.stringify({ model, embeddings }));
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
};

describe("embeddings of an Ollama server", () => {
  it("come for each text in order, of length 1, with the model's digest as their version", async () => {
    const embedder = createOllamaEmbedder({ host: await serve(), model: "bge-m3" });
    expect(await embedder.version()).toBe("ollama:bge-m3:latest:abababababababab");
    const [three, seven] = await embedder.embed(["abc", "abcdefg"], "passage");
    expect((three?.[0] ?? 0) / (three?.[1] ?? 1)).toBeCloseTo(3);
    expect((seven?.[0] ?? 0) / (seven?.[1] ?? 1)).toBeCloseTo(7);
    expect(Math.hypot(...(seven ?? []))).toBeCloseTo(1);
  });

  it("names a model that the server does not have", async () => {
    const embedder = createOllamaEmbedder({ host: await serve(), model: "other" });
    await expect(embedder.version()).rejects.toMatchObject({
      code: "llm_model_missing",
      hint: "ollama pull other",
    });
    await expect(embedder.embed(["a"], "query")).rejects.toMatchObject({ code: "llm_model_missing" });
  });

  it("names a server that is not there, hangs, or gives too few vectors", async () => {
    const nobody = createOllamaEmbedder({ host: "http://127.0.0.1:9", model: "bge-m3" });
    await expect(nobody.version()).rejects.toMatchObject({ code: "llm_unavailable" });
    const short = createOllamaEmbedder({ host: await serve("short"), model: "bge-m3" });
    await expect(short.embed(["a", "b"], "query")).rejects.toMatchObject({ code: "llm_unusable" });
    const silent = createOllamaEmbedder({ host: await serve("silent"), model: "bge-m3", deadlineMs: 200 });
    await expect(silent.embed(["a"], "query")).rejects.toMatchObject({ code: "llm_timeout" });
  });

  it("stops when it is cancelled", async () => {
    const embedder = createOllamaEmbedder({ host: await serve("silent"), model: "bge-m3" });
    const stopped = embedder.embed(["a"], "query", AbortSignal.timeout(100));
    await expect(stopped).rejects.toMatchObject({ code: "cancelled" });
  });
});
