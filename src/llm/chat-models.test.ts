import { afterEach, describe, expect, it, onTestFinished } from "vitest";
import type { ERRORS } from "../errors.ts";
import type { Answer, ChatModels, ModelRun } from "./chat-model.ts";
import { createOllamaModels } from "./ollama-models.ts";
import { createOpenAiModels } from "./openai-models.ts";
import { itIsAChatModel, type Subject } from "./testing/conformance.ts";
import { startOllamaServer } from "./testing/ollama-server.ts";
import { startOpenAiServer } from "./testing/openai-server.ts";
import { QUESTION } from "./testing/question.ts";
import type { LocalServer, Scripted } from "./testing/scripted.ts";

const servers: AsyncDisposable[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server[Symbol.asyncDispose]();
});

interface Limits {
  readonly deadlineMs?: number;
  readonly idleMs?: number;
}

interface Implementation {
  readonly name: string;
  readonly start: (
    script: Scripted | (() => Scripted),
    limits?: Limits,
  ) => Promise<Subject & { server: LocalServer }>;
}

const kept = <Started extends LocalServer>(server: Started): Started => {
  servers.push(server);
  return server;
};

const playing = (script: Scripted | (() => Scripted)) =>
  typeof script === "function" ? script : () => script;

const IMPLEMENTATIONS: readonly Implementation[] = [
  {
    name: "an Ollama server",
    start: async (script, limits) => {
      const server = kept(await startOllamaServer({ models: ["scripted:1b"], answer: playing(script) }));
      const models = createOllamaModels({ host: server.host, deadlineMs: 20_000, ...limits });
      return { server, models, name: "scripted:1b" };
    },
  },
  {
    name: "an OpenAI-compatible endpoint",
    start: async (script, limits) => {
      const server = kept(await startOpenAiServer({ models: ["scripted-vl"], answer: playing(script) }));
      const models = createOpenAiModels({ baseUrl: server.baseUrl, deadlineMs: 20_000, ...limits });
      return { server, models, name: "scripted-vl" };
    },
  },
];

const ANSWER = JSON.stringify({
  colour: "yellow and long enough to come in several pieces, one after the other",
});

const ask = async (
  { models, name }: { models: ChatModels; name: string },
  run: ModelRun = {},
): Promise<Answer> => (await models.open(name, run)).ask(QUESTION, run);

describe.each(IMPLEMENTATIONS)("a model of $name", ({ start }) => {
  itIsAChatModel(() => start({ text: ANSWER }));

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
    [{ fault: "silent" }, "llm_timeout"],
    [{ fault: "stalls" }, "llm_timeout"],
  ])("turns %j into %s", async (scripted, code) => {
    const limits = code === "llm_timeout" ? { deadlineMs: 500, idleMs: 150 } : {};
    const subject = await start({ text: ANSWER, ...scripted }, limits);
    await expect(ask(subject)).rejects.toMatchObject({ code });
  });

  it("tells a model that stood still from one that never began, and from a deadline of the inspection", async () => {
    const stalled = await start({ text: ANSWER, fault: "stalls" }, { idleMs: 50 });
    await expect(ask(stalled)).rejects.toThrow("stood still for 0.05 s");
    const silent = await start({ fault: "silent" }, { deadlineMs: 80 });
    await expect(ask(silent)).rejects.toThrow("did not finish within 0.08 s");
    const late = await start({ fault: "silent" });
    const model = await late.models.open(late.name, {});
    const endsAtMs = Date.now() + 50;
    await expect(model.ask(QUESTION, { endsAtMs })).rejects.toThrow("The inspection's deadline came");
  });

  it("stops when it is cancelled in the middle of a question", async () => {
    const subject = await start({ fault: "silent" });
    const model = await subject.models.open(subject.name, {});
    const asking = model.ask(QUESTION, { signal: AbortSignal.timeout(60) });
    await expect(asking).rejects.toMatchObject({ code: "cancelled" });
  });

  it("asks one question after the other, so that none waits on another's deadline", async () => {
    const told: string[] = [];
    const subject = await start(() => {
      told.push("asked");
      return { text: ANSWER, pauseMs: 10 };
    });
    const model = await subject.models.open(subject.name, {});
    await Promise.all([1, 2, 3].map(() => model.ask(QUESTION, {}).then(() => told.push("answered"))));
    expect(told).toEqual(["asked", "answered", "asked", "answered", "asked", "answered"]);
  });

  it("says that no server answers", async () => {
    const subject = await start({});
    await subject.server[Symbol.asyncDispose]();
    servers.length = 0;
    await expect(ask(subject)).rejects.toMatchObject({ code: "llm_unavailable" });
  });

  it("writes nothing to standard output or error, whatever the server does", async () => {
    const written: unknown[] = [];
    const { log, error } = console;
    console.log = (...values) => written.push(values);
    console.error = (...values) => written.push(values);
    onTestFinished(() => {
      Object.assign(console, { log, error });
    });
    for (const fault of ["plain_400", "rubbish", "cut"] as const) {
      await ask(await start({ text: ANSWER, fault })).catch(() => {});
    }
    expect(written).toEqual([]);
  });
});
