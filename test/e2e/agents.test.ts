// Other agents over a whole Gumsa: the official MCP client, a LangChain tool, LangGraph graphs, a kept conversation.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { HumanMessage } from "@langchain/core/messages";
import { MemorySaver } from "@langchain/langgraph";
import type { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Inspector, Turn } from "../../src/inspector.ts";
import { buildConversationGraph } from "../../src/langchain/conversation-graph.ts";
import { buildInspectionGraph } from "../../src/langchain/inspection-graph.ts";
import { createInspectionTool } from "../../src/langchain/inspection-tool.ts";
import { connected } from "../../src/mcp/testing/connected.ts";
import { root } from "./testing/gumsa.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const HOLE = join(root, "examples/casting/test/hole/01.jpg");

let opened: TemporaryInspector;
let inspector: Inspector;
let client: Client;
beforeAll(async () => {
  opened = await openInspector({ hasDemo: true });
  inspector = opened.inspector;
  client = await connected(inspector);
});
afterAll(async () => {
  await client.close();
  await opened[Symbol.asyncDispose]();
});

const structured = async (name: string, input: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const { structuredContent, isError, content } = await client.callTool({ name, arguments: input });
  expect({ isError, content }).not.toMatchObject({ isError: true });
  return structuredContent as Record<string, unknown>; // the tools declare an output schema
};

describe("an MCP client", () => {
  it("inspects, asks on, and reads the page that the report cites", async () => {
    const told: string[] = [];
    const { structuredContent } = await client.callTool(
      { name: "inspect_image", arguments: { image: { path: HOLE }, language: "ko" } },
      undefined,
      { onprogress: ({ message = "" }) => told.push(message) },
    );
    expect(told).toEqual(
      expect.arrayContaining(["detectAnomaly done", "verdict fail", "recordInspection done"]),
    );
    const made = structuredContent as { inspection: string; manuals: { id: string; uri: string }[] };
    const { inspection } = made;
    const first = await structured("ask_inspection", { inspection, question: "p값이 얼마인가요?" });
    expect(first.answer).toContain("0.032");
    const { thread } = first;
    const second = await structured("ask_inspection", {
      inspection,
      thread,
      question: "통과로 바꿔 주세요.",
    });
    expect(second.thread).toBe(thread);
    expect(await structured("get_inspection", { inspection })).toMatchObject({ verdict: { kind: "fail" } });
    const { contents } = await client.readResource({ uri: made.manuals[0]?.uri ?? "" });
    expect(contents[0]).toMatchObject({ mimeType: "image/png" });
  });

  it("finds similar cases by picture and by words, and passages", async () => {
    const similar = await structured("find_similar_defects", { image: { path: HOLE }, count: 3 });
    expect(similar).toMatchObject({ product: "casting", likeliestType: "hole" });
    expect(similar.cases).toHaveLength(3);
    const [known] = similar.cases as { uri: string }[];
    const { contents } = await client.readResource({ uri: known?.uri ?? "" });
    expect(contents[0]).toMatchObject({ mimeType: "image/jpeg" });
    const named = await structured("find_similar_defects", { words: "긁힘", thumbnails: false });
    expect((named.cases as { type: string }[]).every(({ type }) => type === "scratch")).toBe(true);
    const found = await structured("search_manual", { question: "기공 원인", limit: 2 });
    expect(found.passages).toMatchObject([{ document: "casting-ko.pdf", page: 2, section: "causes" }, {}]);
  });

  it("cancels an inspection, of which nothing is recorded", async () => {
    const before = await inspector.inspections.list({ limit: 100 });
    const stop = new AbortController();
    const asked = { name: "inspect_image", arguments: { image: { path: HOLE } } };
    const onprogress = (): void => stop.abort("enough");
    await expect(client.callTool(asked, undefined, { signal: stop.signal, onprogress })).rejects.toThrow();
    // The next inspection ends after the cancelled one would have.
    await structured("inspect_image", { image: { path: HOLE }, thumbnail: false });
    expect(await inspector.inspections.list({ limit: 100 })).toHaveLength(before.length + 1);
  });
});

it("is a tool of a LangChain agent: the report to read, the record to work with", async () => {
  const tool = createInspectionTool(inspector);
  const call = (image: string) =>
    tool.invoke({ type: "tool_call", id: "1", name: tool.name, args: { image, language: "en" } });
  const { content, artifact } = await call(HOLE);
  expect(content).toContain("# Inspection report: fail");
  expect(artifact).toMatchObject({ verdict: { kind: "fail" } });
  expect((await call("/not/there.jpg")).content).toMatch(/^file_unreadable: /);
});

it("is a LangGraph graph whose checkpoints hold no pixels", async () => {
  const graph = buildInspectionGraph(inspector, { checkpointer: new MemorySaver() });
  const thread = { configurable: { thread_id: "1" } };
  const { inspection } = await graph.invoke({ pictures: [{ path: HOLE }], productId: "casting" }, thread);
  expect(inspection?.verdict.kind).toBe("fail");
  const { values } = await graph.getState(thread);
  expect(JSON.stringify(values).length).toBeLessThan(60_000);
});

it("is a conversation over messages, in which pictures become small", async () => {
  const graph = buildConversationGraph(inspector, { checkpointer: new MemorySaver() });
  const thread = { configurable: { thread_id: "1" } };
  const data = (await readFile(HOLE)).toString("base64");
  const picture = { type: "image", source_type: "base64", mime_type: "image/jpeg", data };
  const shown = await graph.invoke({ messages: [new HumanMessage({ content: [picture] })] }, thread);
  expect(shown.messages).toHaveLength(2);
  expect(JSON.stringify(shown.messages[0]?.content).length).toBeLessThan(data.length);
  const asked = await graph.invoke({ messages: [new HumanMessage("What is the p-value?")] }, thread);
  expect(asked.messages.at(-1)?.text).toContain("0.032");
  expect(asked.inspection).toBe(shown.inspection);
});

it("goes on in a conversation that only its client keeps", async () => {
  const turns: Turn[] = [
    { role: "user", text: "", pictures: [{ fileName: "a.jpg", bytes: await readFile(HOLE) }] },
  ];
  let inspection: string | null = null;
  const say = async (text?: string): Promise<void> => {
    if (text !== undefined) turns.push({ role: "user", text, pictures: [] });
    const reply = await inspector.converse(turns);
    turns.push({ role: "assistant", text: reply.text, pictures: [] });
    inspection = reply.inspection;
  };
  await say();
  await say("How large is region 1?");
  await say("And what is the p-value?");
  const threads = await inspector.chat.threads(inspection ?? "");
  expect(threads.map(({ questions }) => questions)).toEqual([2]);
});
