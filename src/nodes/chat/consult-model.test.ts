import { describe, expect, it, onTestFinished } from "vitest";
import type { ChatEvent } from "../../domain/chat.ts";
import { GumsaError } from "../../errors.ts";
import type { ChatModels, Conversation, Spoken } from "../../llm/chat-model.ts";
import { createOllamaModels } from "../../llm/ollama-models.ts";
import { createOpenAiModels } from "../../llm/openai-models.ts";
import { startOllamaServer, TEST_MODEL } from "../../llm/testing/ollama-server.ts";
import { startOpenAiServer } from "../../llm/testing/openai-server.ts";
import type { Scripted } from "../../llm/testing/scripted.ts";
import { factsNamed, inspectionOf } from "../../report/fixtures.ts";
import { planReport } from "../../report/plan.ts";
import { writeByRules } from "../../report/rule-writer.ts";
import type { ChatDeps, ChatFacts } from "./chat-node.ts";
import { consultModel } from "./consult-model.ts";

const record = factsNamed("pass");
const inspection = inspectionOf(record, writeByRules(planReport(record), "en"));

const supposed = (value: number): Scripted => ({
  calls: [{ name: "suppose_limit", input: { what: "threshold", value } }],
});
/** What the verdict would be: two tools of the box are enough here. */
const tools = {
  supposeLimit: async ({ supposed: what }: { supposed: { value: number } }) => {
    if (what.value > 100) throw new GumsaError("usage_invalid", "No score is that high.");
    const limits = { distance: 5, threshold: what.value, alpha: 0.05, references: 45 };
    return { supposed: what, verdict: "fail", reasons: ["anomaly_beyond_alpha"], ...limits };
  },
} as unknown as ChatDeps["tools"];

const asked: ChatFacts = {
  inspection: inspection.id,
  question: "What if the threshold were 0.1?",
  askedAt: "2026-01-02T03:04:05.678Z",
  language: "en",
  writer: TEST_MODEL,
  ...{ intents: [], calls: [], fresh: [], draft: [], answerer: "", takeover: null, removed: [] },
  ...{ found: [], turns: [], last: null },
};

const consult = async (chat: ChatModels, signal?: AbortSignal) => {
  const told: ChatEvent[] = [];
  const groundOf = async () => ({ inspection, product: record.product });
  const node = consultModel({ tools, chat, groundOf });
  return { told, learned: await node(asked, { signal, writer: (event) => told.push(event) }) };
};

/** Plays the replies one after the other, the last of them again and again. */
const inOrder = (replies: readonly Scripted[]) => {
  let next = 0;
  return () => replies[Math.min(next++, replies.length - 1)] ?? {};
};

const LIMITS = { deadlineMs: 5_000, idleMs: 150 };
const ollama = async (...replies: readonly Scripted[]) => {
  const server = await startOllamaServer({ answer: inOrder(replies) });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return { server, chat: createOllamaModels({ host: server.host, ...LIMITS }) };
};
const openAi = async (...replies: readonly Scripted[]) => {
  const server = await startOpenAiServer({ models: [TEST_MODEL], answer: inOrder(replies) });
  onTestFinished(() => server[Symbol.asyncDispose]());
  return { server, chat: createOpenAiModels({ baseUrl: server.baseUrl, ...LIMITS }) };
};

const ANSWER = { text: "Hypothetical, the verdict would be fail. [W1]" };

describe.each([
  ["an Ollama server", ollama],
  ["an OpenAI-compatible server", openAi],
] as const)("a model of %s", (_, start) => {
  it("calls tools, is told what they found, and answers from it", async () => {
    const { server, chat } = await start(supposed(0.1), ANSWER);
    const { told, learned } = await consult(chat);
    expect(learned).toMatchObject({
      draft: [{ text: "Hypothetical, the verdict would be fail.", evidence: ["W1"] }],
      answerer: TEST_MODEL,
      calls: [{ name: "suppose_limit", input: { what: "threshold", value: 0.1 }, evidence: ["W1"] }],
      found: [{ id: "W1", verdict: "fail" }],
    });
    expect(told).toMatchObject([{ kind: "tool", call: { name: "suppose_limit" } }]);
    expect(server.asked.map(({ tools: offered }) => offered.length > 5)).toEqual([true, true]);
    expect(server.asked[1]?.messages.slice(2)).toMatchObject([
      { role: "assistant" },
      { role: "tool", content: expect.stringContaining('"id":"W1"') },
    ]);
  });

  it("is told why a tool cannot do it, and goes on", async () => {
    const refused = { calls: [{ name: "suppose_limit", input: { what: "mood" } }] };
    const { server, chat } = await start(refused, supposed(101), supposed(0.1), ANSWER);
    const { learned } = await consult(chat);
    expect(learned.calls?.map(({ error }) => error?.code)).toEqual([
      "usage_invalid",
      "usage_invalid",
      undefined,
    ]);
    expect(server.asked[1]?.messages.at(-1)?.content).toContain("suppose_limit: what");
    expect(learned.answerer).toBe(TEST_MODEL);
  });

  it.each([
    ["asks for a tool that is not there", { calls: [{ name: "change_verdict", input: {} }] }, "llm_unusable"],
    ["calls the same tool again", supposed(1), "llm_unusable"],
    ["calls a tool with no object", { calls: [{ name: "suppose_limit", input: [1] }] }, "llm_unusable"],
    ["answers nothing", { text: " " }, "llm_unusable"],
    ["grows too long", { text: "The verdict", doneReason: "length" }, "llm_unusable"],
    ["breaks off", { text: "The verdict", fault: "cut" }, "llm_unusable"],
    ["sends rubbish", { text: "The verdict", fault: "rubbish" }, "llm_unusable"],
    ["stands still", { text: "The verdict", fault: "stalls" }, "llm_timeout"],
    ["has a server that fails", { fault: "status_500" }, "llm_unavailable"],
  ] as const satisfies readonly (readonly [string, Scripted, string])[])(
    "gives way to the rules where it %s",
    async (_, reply, code) => {
      const { chat } = await start(reply);
      const { told, learned } = await consult(chat);
      const takeover = { writer: TEST_MODEL, code, reason: expect.any(String) };
      expect(learned).toEqual({ takeover });
      expect(told.at(-1)).toEqual({ kind: "takeover", takeover });
    },
  );
});

it("gives way to the rules after six steps without an answer", async () => {
  const { server, chat } = await ollama(...[1, 2, 3, 4, 5, 6, 7].map(supposed));
  const { learned } = await consult(chat);
  expect(learned.takeover).toMatchObject({
    code: "llm_unusable",
    reason: expect.stringContaining("6 times"),
  });
  expect(server.asked).toHaveLength(6);
});

it("says that the record does not say it where the model says so", async () => {
  const { chat } = await ollama({ text: "NOT_IN_RECORD" });
  const { learned } = await consult(chat);
  expect(learned.draft).toEqual([{ text: "The record does not say that.", evidence: [], isNote: true }]);
});

it("has one deadline for all steps", async () => {
  const ends: (number | undefined)[] = [];
  const model = {
    converse: async ({ spoken }: Conversation, { endsAtMs }: { endsAtMs?: number }) => {
      ends.push(endsAtMs);
      const step = spoken.filter(({ role }: Spoken) => role === "tool").length;
      return {
        text: "",
        calls: [{ id: "", name: "suppose_limit", input: { what: "threshold", value: step } }],
      };
    },
  };
  await consult({ open: async () => model } as unknown as ChatModels);
  expect(new Set(ends).size).toBe(1);
  expect(Number(ends[0]) - Date.now()).toBeLessThanOrEqual(120_000);
});

it("stops when the question is cancelled, and lets nobody else answer", async () => {
  const { chat } = await ollama({ text: "The verdict", fault: "stalls" });
  await expect(consult(chat, AbortSignal.timeout(50))).rejects.toMatchObject({ code: "cancelled" });
});
