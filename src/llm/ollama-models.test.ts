import { afterEach, describe, expect, it } from "vitest";
import { contextSize, estimateTokens } from "./context-size.ts";
import { createOllamaModels, type OllamaOptions } from "./ollama-models.ts";
import { profileNamed } from "./profiles/profiles.ts";
import { UNKNOWN_MODEL } from "./profiles/unknown.ts";
import {
  type OllamaServer,
  type ServerScript,
  startOllamaServer,
  TEST_MODEL,
} from "./testing/ollama-server.ts";
import { QUESTION } from "./testing/question.ts";

let server: OllamaServer | undefined;
afterEach(async () => server?.[Symbol.asyncDispose]());

const ANSWER = JSON.stringify({ text: "x".repeat(200) });

const serve = async (script: Partial<ServerScript> = {}, options: Partial<OllamaOptions> = {}) => {
  server = await startOllamaServer({ answer: () => ({ text: ANSWER, promptTokens: 812 }), ...script });
  return createOllamaModels({ host: server.host, deadlineMs: 5000, ...options });
};

it("sends texts, pictures in base64, schema, context and keep-alive", async () => {
  const models = await serve({}, { keepAlive: "2h" });
  const model = await models.open(TEST_MODEL, {});
  expect(await model.ask(QUESTION, {})).toEqual({ text: ANSWER, promptTokens: 812, answerTokens: 6 });
  expect(server?.asked).toMatchObject([
    {
      model: TEST_MODEL,
      format: { type: "object" },
      keep_alive: "2h",
      options: { num_ctx: contextSize(QUESTION, UNKNOWN_MODEL), num_predict: 256, temperature: 0 },
      messages: [
        { role: "system", content: "be brief" },
        { role: "user", content: "얼마입니까? 12", images: ["AQID"] },
      ],
    },
  ]);
});

it("refuses an answer whose question filled the context", async () => {
  const models = await serve({ answer: () => ({ text: ANSWER, promptTokens: 1e6 }) });
  const asking = (await models.open(TEST_MODEL, {})).ask(QUESTION, {});
  await expect(asking).rejects.toThrow(/filled the context/);
});

it("loads a model with an empty question", async () => {
  const models = await serve();
  await models.preload(TEST_MODEL, {});
  expect(server?.loaded).toEqual([TEST_MODEL]);
  expect(server?.asked).toEqual([]);
});

describe("finding a model", () => {
  it("takes the name with and without its tag, and says whether it sees", async () => {
    const models = await serve({ models: ["seer:latest"], capabilities: ["completion"] });
    expect(await models.open("seer", {})).toMatchObject({ name: "seer", seesPictures: false });
    expect(await models.open("seer:latest", {})).toMatchObject({ name: "seer:latest" });
  });

  it("takes the name of a profile for the first of its models", async () => {
    const models = await serve({ models: ["llava:7b", "qwen2.5vl:3b", "qwen2.5vl:7b"] });
    expect(await models.open("qwen2.5-vl", {})).toMatchObject({
      name: "qwen2.5vl:3b",
      profile: { name: "qwen2.5-vl" },
      server: "ollama 0.0.0-scripted",
    });
  });

  it("shows no picture to a model whose profile is text alone, whatever the server says of it", async () => {
    const models = await serve({ models: ["exaone3.5:2.4b"] });
    expect(await models.open("exaone-3.5", {})).toMatchObject({ seesPictures: false });
  });

  it("says how to get what is missing", async () => {
    const models = await serve({ models: ["other:1b"] });
    const missing = { code: "llm_model_missing" };
    await expect(models.open(TEST_MODEL, {})).rejects.toMatchObject({
      ...missing,
      hint: `ollama pull ${TEST_MODEL}`,
    });
    await expect(models.open("llava", {})).rejects.toMatchObject({
      ...missing,
      hint: "ollama pull llava:7b",
    });
  });

  it("does not ask a question that the model has no room for", async () => {
    const models = await serve({ contextLength: 2048 });
    const model = await models.open(TEST_MODEL, {});
    await expect(model.ask(QUESTION, {})).rejects.toMatchObject({ code: "llm_unusable" });
    expect(server?.asked).toEqual([]);
  });
});

it.each([
  ["", "qwen2.5-vl", 0],
  ["12.5", "qwen2.5-vl", 4],
  ["four", "qwen2.5-vl", 2],
  ["기공", "qwen2.5-vl", 3],
  ["기공", "llava", 6],
])("estimates %j for %s at %i tokens", (text, profile, tokens) => {
  const { bytesPerToken } = profileNamed(profile) ?? UNKNOWN_MODEL;
  expect(estimateTokens(text, bytesPerToken)).toBe(tokens);
});
