import { expect, it } from "vitest";
import { fakeInspector, sampleInspection } from "../cli/testing/fake-inspector.ts";
import { GumsaError } from "../errors.ts";
import { createLog } from "../log.ts";
import { createApp } from "./app.ts";

const { id } = sampleInspection();
const { chat } = fakeInspector();
const THREAD = `chat_${"0".repeat(20)}`;

const ask = (headers: Record<string, string> = {}, changes: Partial<typeof chat> = {}) =>
  createApp({
    inspector: fakeInspector({ chat: { ...chat, ...changes } }),
    log: createLog("silent"),
    limits: { bodyBytes: 1000 },
  }).request(`/v1/inspections/${id}/chat`, {
    method: "POST",
    body: JSON.stringify({ question: "why?" }),
    headers: { "content-type": "application/json", ...headers },
  });

it("answers a question with one document", async () => {
  const response = await ask();
  expect(response.status).toBe(200);
  expect(await response.json()).toMatchObject({
    thread: THREAD,
    message: { text: "why?", answerer: "rule" },
  });
});

it("tells events while the answer is made, and the whole message at the end", async () => {
  const response = await ask(
    { accept: "text/event-stream" },
    {
      ask: async (question, run) => {
        run?.onEvent?.({ kind: "sentence", sentence: { text: "So.", evidence: ["A1"] } });
        return chat.ask(question);
      },
    },
  );
  expect(response.headers.get("content-type")).toContain("text/event-stream");
  const text = await response.text();
  expect(text.match(/^event: .*/gmu)).toEqual(["event: sentence", "event: message"]);
  expect(text).toContain('"text":"So."');
});

it("ends the events with the problem where the question cannot be answered", async () => {
  const response = await ask(
    { accept: "text/event-stream" },
    { ask: async () => Promise.reject(new GumsaError("thread_unknown", "There is none.")) },
  );
  expect(await response.text()).toMatch(/event: problem\ndata: .*thread_unknown/u);
});
