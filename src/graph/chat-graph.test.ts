import { MemorySaver } from "@langchain/langgraph";
import { expect, it, onTestFinished } from "vitest";
import { createOllamaModels } from "../llm/ollama-models.ts";
import { startOllamaServer, TEST_MODEL } from "../llm/testing/ollama-server.ts";
import type { Scripted } from "../llm/testing/scripted.ts";
import type { ChatDeps } from "../nodes/chat/chat-node.ts";
import { factsNamed, inspectionOf } from "../report/fixtures.ts";
import { planReport } from "../report/plan.ts";
import { writeByRules } from "../report/rule-writer.ts";
import { buildChatGraph } from "./chat-graph.ts";

const facts = factsNamed("pass");
const inspection = inspectionOf(facts, writeByRules(planReport(facts), "en"));
const found = {
  supposed: { what: "threshold", value: 0.1 },
  verdict: "fail",
  reasons: ["anomaly_beyond_alpha"],
  distance: 5,
  threshold: 0.1,
  alpha: 0.05,
  references: 45,
} as const;

/** Two tools of the box are enough here. */
const tools = {
  readManualPage: async () => null,
  supposeLimit: async () => found,
} as unknown as ChatDeps["tools"];

const conversation = async (...replies: readonly Scripted[]) => {
  let next = 0;
  const server = await startOllamaServer({
    answer: () => replies[Math.min(next++, replies.length - 1)] ?? {},
  });
  onTestFinished(() => server[Symbol.asyncDispose]());
  const chat = createOllamaModels({ host: server.host, deadlineMs: 5_000 });
  const groundOf = async () => ({ inspection, product: facts.product });
  const graph = buildChatGraph({ tools, chat, groundOf }, new MemorySaver());
  return async (question: string, writer: string = TEST_MODEL) => {
    const turn = {
      inspection: inspection.id,
      question,
      askedAt: "2026-01-02T03:04:05.678Z",
      language: null,
      writer,
    };
    const fresh = { intents: [], calls: [], fresh: [], draft: [], answerer: "", takeover: null, removed: [] };
    const thread = { configurable: { thread_id: "chat" } };
    const { turns } = await graph.invoke({ ...turn, ...fresh }, thread);
    const message = turns.at(-1)?.message;
    if (!message) throw new Error("the turn was not closed");
    return message;
  };
};

it("answers by rules and remembers what was asked before", async () => {
  const ask = await conversation({});
  expect((await ask("What if the threshold were 0.1?", "rule")).evidence.map(({ id }) => id)).toEqual(["W1"]);
  const message = await ask("and 0.2?", "rule");
  expect(message).toMatchObject({ answerer: "rule", toolCalls: [{ name: "suppose_limit" }] });
});

it("lets a model call tools, and keeps what the evidence carries of its answer", async () => {
  const ask = await conversation(
    { calls: [{ name: "suppose_limit", input: { what: "threshold", value: 0.1 } }] },
    { text: "Hypothetical, the verdict would be fail. [W1] The part is made of gold 99. [A1]" },
  );
  const message = await ask("What if the threshold were 0.1?");
  expect(message).toMatchObject({
    answerer: TEST_MODEL,
    toolCalls: [{ name: "suppose_limit", evidence: ["W1"] }],
  });
  expect(message.sentences).toHaveLength(1);
  expect(message.removed).toMatchObject([{ reason: "number_without_evidence" }]);
});

it.each([
  ["asks for a tool that is not there", { calls: [{ name: "change_verdict", input: {} }] }],
  [
    "calls the same tool for ever",
    { calls: [{ name: "suppose_limit", input: { what: "threshold", value: 1 } }] },
  ],
  ["answers nothing", { text: "" }],
  ["says what the evidence does not carry", { text: "The verdict is fail. [A1]" }],
  ["breaks off", { text: "The verdict", fault: "cut" }],
] as const)("answers by rules, and says so, where a model %s", async (_, reply) => {
  const message = await (await conversation(reply))("So it failed, right?");
  expect(message.answerer).toBe("rule");
  expect(message.takeover).toMatchObject({ writer: TEST_MODEL, code: expect.stringMatching(/^llm_/u) });
  expect(message.text).toMatch(/^No\. The verdict is pass/u);
});
