import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import type { ERRORS } from "../errors.ts";
import type { Answer, Question } from "./chat-model.ts";
import { contextSize, estimateTokens } from "./context-size.ts";
import { createOllamaModels, type OllamaOptions } from "./ollama-models.ts";
import {
  type OllamaServer,
  type Scripted,
  type ServerScript,
  startOllamaServer,
  TEST_MODEL,
} from "./testing/ollama-server.ts";

const servers: OllamaServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

const serve = async (script: Scripted | ServerScript): Promise<OllamaServer> => {
  const server = await startOllamaServer("answer" in script ? script : { answer: () => script });
  servers.push(server);
  return server;
};

const QUESTION: Question = {
  system: "be brief",
  user: "얼마입니까? 12",
  pictures: [new Uint8Array([1, 2, 3])],
  schema: { type: "object" },
  mostAnswerTokens: 256,
};
const ANSWER = JSON.stringify({ text: "x".repeat(200) });

const ask = async (
  { host }: Pick<OllamaServer, "host">,
  { signal, ...options }: Partial<OllamaOptions> & { signal?: AbortSignal } = {},
): Promise<Answer> => {
  const models = createOllamaModels({ host, deadlineMs: 5000, ...options });
  const model = await models.open(TEST_MODEL, { signal });
  return model.ask(QUESTION, { signal });
};

describe("a model of an Ollama server", () => {
  it("gets texts, pictures in base64, schema and context, and gives back the whole answer", async () => {
    const server = await serve({ text: ANSWER, promptTokens: 812 });
    expect(await ask(server)).toEqual({ text: ANSWER, promptTokens: 812, answerTokens: 6 });
    expect(server.asked).toMatchObject([
      {
        model: TEST_MODEL,
        format: { type: "object" },
        options: { num_ctx: contextSize(QUESTION), num_predict: 256, temperature: 0 },
        messages: [
          { role: "system", content: "be brief" },
          { role: "user", content: "얼마입니까? 12", images: ["AQID"] },
        ],
      },
    ]);
  });

  it("waits for a slow answer that keeps coming", async () => {
    const server = await serve({ text: ANSWER, pauseMs: 30 });
    expect((await ask(server, { idleMs: 2000 })).text).toBe(ANSWER);
  });

  it.each<[Scripted, keyof typeof ERRORS]>([
    [{ fault: "model_not_found" }, "llm_model_missing"],
    [{ fault: "status_500" }, "llm_unavailable"],
    [{ fault: "plain_400" }, "llm_unusable"],
    [{ fault: "cut" }, "llm_unusable"],
    [{ fault: "rubbish" }, "llm_unusable"],
    [{ text: "", fault: "rubbish" }, "llm_unusable"],
    [{ fault: "error_line" }, "llm_unusable"],
    [{ fault: "no_end" }, "llm_unusable"],
    [{ doneReason: "length" }, "llm_unusable"],
    [{ promptTokens: 1e6 }, "llm_unusable"],
    [{ fault: "silent" }, "llm_timeout"],
    [{ fault: "stalls" }, "llm_timeout"],
  ])("turns %j into %s", async (scripted, code) => {
    const server = await serve({ text: ANSWER, ...scripted });
    const limits = code === "llm_timeout" ? { deadlineMs: 400, idleMs: 100 } : {};
    await expect(ask(server, limits)).rejects.toMatchObject({ code });
  });

  it("tells a model that stood still from one that never began", async () => {
    const stalled = await serve({ text: ANSWER, fault: "stalls" });
    await expect(ask(stalled, { idleMs: 50 })).rejects.toThrow("stood still for 0.05 s");
    const silent = await serve({ fault: "silent" });
    await expect(ask(silent, { deadlineMs: 80 })).rejects.toThrow("did not finish within 0.08 s");
  });

  it("stops at once when it is cancelled, before and during the question", async () => {
    const server = await serve({ fault: "silent" });
    const cancelled = { code: "cancelled" };
    await expect(ask(server, { signal: AbortSignal.abort() })).rejects.toMatchObject(cancelled);
    await expect(ask(server, { signal: AbortSignal.timeout(60) })).rejects.toMatchObject(cancelled);
  });

  it("asks one question after the other, so that none waits on another's deadline", async () => {
    const server = await serve({ text: ANSWER, pauseMs: 40 });
    const models = createOllamaModels({ host: server.host, deadlineMs: 400 });
    const model = await models.open(TEST_MODEL, {});
    const answers = await Promise.all([1, 2, 3].map(() => model.ask(QUESTION, {})));
    expect(answers.map(({ text }) => text)).toEqual([ANSWER, ANSWER, ANSWER]);
  });
});

describe("finding a model", () => {
  it("takes the name with and without its tag, and says whether it sees", async () => {
    const server = await serve({ models: ["seer:latest"], capabilities: ["completion"], answer: () => ({}) });
    const models = createOllamaModels({ host: server.host, deadlineMs: 1000 });
    expect(await models.open("seer", {})).toMatchObject({ seesPictures: false, digest: "d".repeat(64) });
    expect(await models.open("seer:latest", {})).toMatchObject({ name: "seer:latest" });
  });

  it("says what is missing: the model, the server", async () => {
    const server = await serve({ models: ["other:1b"], answer: () => ({}) });
    await expect(ask(server)).rejects.toMatchObject({
      code: "llm_model_missing",
      hint: `ollama pull ${TEST_MODEL}`,
    });
    await server[Symbol.asyncDispose]();
    servers.length = 0;
    await expect(ask(server)).rejects.toMatchObject({ code: "llm_unavailable" });
  });

  it("does not ask a question that the model has no room for", async () => {
    const server = await serve({ contextLength: 2048, answer: () => ({ text: ANSWER }) });
    await expect(ask(server)).rejects.toMatchObject({ code: "llm_unusable" });
    expect(server.asked).toEqual([]);
  });
});

it.each([
  ["", 0],
  ["12.5", 4],
  ["four", 2],
  ["기공", 3],
])("estimates %j at %i tokens", (text, tokens) => {
  expect(estimateTokens(text)).toBe(tokens);
});

it("writes nothing to standard output, whatever the server does", async () => {
  const written: unknown[] = [];
  const { log } = console;
  console.log = (...values) => written.push(values);
  onTestFinished(() => {
    console.log = log;
  });
  for (const fault of ["plain_400", "rubbish", "cut"] as const) {
    await ask(await serve({ text: ANSWER, fault })).catch(() => {});
  }
  expect(written).toEqual([]);
});
