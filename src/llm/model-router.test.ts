import { afterEach, describe, expect, it } from "vitest";
import type { Adapter } from "../domain/adapter.ts";
import { createModelRouter, type ModelRouter } from "./model-router.ts";
import { createOllamaModels } from "./ollama-models.ts";
import { createOpenAiModels } from "./openai-models.ts";
import { createSight } from "./sight.ts";
import { startOllamaServer } from "./testing/ollama-server.ts";
import { startOpenAiServer } from "./testing/openai-server.ts";

const servers: AsyncDisposable[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

const TALLY = { model: "m", sentences: 9, removed: 0, fallbacks: 0, medianMs: 1 };
const ADAPTER: Adapter = {
  name: "tuned",
  base: "qwen2-vl",
  baseModel: "qwen2-vl:2b",
  kind: "merged",
  model: "tuned-weights:latest",
  server: "ollama 0.0.0",
  addedAt: "2026-01-01T00:00:00.000Z",
  proof: {
    provenAt: "2026-01-01T00:00:00.000Z",
    inspections: 1,
    differing: 1,
    base: TALLY,
    adapter: TALLY,
    outcome: "proven",
  },
};

const route = async (adapters: readonly Adapter[] = [], hasEndpoint = true): Promise<ModelRouter> => {
  const ollama = await startOllamaServer({
    models: ["llava:7b", "qwen2-vl:2b", "tuned-weights:latest"],
    answer: () => ({}),
  });
  const openai = await startOpenAiServer({
    models: ["Qwen/Qwen2.5-VL-3B-Instruct", "lora-1"],
    answer: () => ({}),
  });
  servers.push(ollama, openai);
  const endpointAt = () => createOpenAiModels({ baseUrl: openai.baseUrl, deadlineMs: 1000 });
  return createModelRouter({
    ollama: createOllamaModels({ host: ollama.host, deadlineMs: 1000 }),
    endpoint: hasEndpoint ? endpointAt() : undefined,
    endpointAt,
    adapterNamed: async (name) => adapters.find((adapter) => adapter.name === name),
    sight: createSight(async () => ({ bytes: new Uint8Array(), widthPx: 1, heightPx: 1 }), {
      get: async () => undefined,
      put: async () => {},
    }),
  });
};

describe("a writer's name", () => {
  it.each([
    ["llava:7b", "llava:7b", "llava"],
    ["qwen2-vl", "qwen2-vl:2b", "qwen2-vl"],
    ["openai", "Qwen/Qwen2.5-VL-3B-Instruct", "qwen2.5-vl"],
    ["openai/lora-1", "lora-1", "any"],
    ["tuned", "tuned-weights:latest", "qwen2-vl"],
  ])("%s means the model %s of the profile %s", async (name, model, profile) => {
    expect(await (await route([ADAPTER])).open(name, {})).toMatchObject({
      name: model,
      profile: { name: profile },
    });
  });

  it("means an adapter of an endpoint, with the profile of its base", async () => {
    const served: Adapter = {
      ...ADAPTER,
      kind: "served",
      endpoint: "http://127.0.0.1:1/v1",
      model: "lora-1",
    };
    expect(await (await route([served])).open("tuned", {})).toMatchObject({
      name: "lora-1",
      profile: { name: "qwen2-vl" },
    });
  });

  it.each(["ignored", "worse", "unanswered"] as const)(
    "means nothing where the adapter is %s",
    async (outcome) => {
      const { proof } = ADAPTER;
      const router = await route([{ ...ADAPTER, ...(proof && { proof: { ...proof, outcome } }) }]);
      await expect(router.open("tuned", {})).rejects.toMatchObject({ code: "adapter_unproven" });
    },
  );

  it("says how to set an endpoint where there is none", async () => {
    const router = await route([], false);
    await expect(router.open("openai/x", {})).rejects.toMatchObject({
      hint: expect.stringContaining("GUMSA_OPENAI_URL"),
    });
  });
});

it("sends a key to the endpoint and tells when it is refused", async () => {
  const server = await startOpenAiServer({ key: "right", answer: () => ({}) });
  servers.push(server);
  const open = (apiKey: string) =>
    createOpenAiModels({ baseUrl: server.baseUrl, deadlineMs: 1000, apiKey }).open("scripted-vl", {});
  expect(await open("right")).toMatchObject({ name: "scripted-vl" });
  await expect(open("wrong")).rejects.toMatchObject({ hint: "check GUMSA_OPENAI_KEY" });
});
