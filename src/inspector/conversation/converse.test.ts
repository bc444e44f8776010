import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { fakeInspector, sampleInspection } from "../../cli/testing/fake-inspector.ts";
import type { ChatQuestion, ChatTurn } from "../../domain/chat.ts";
import type { Inspector } from "../contract.ts";
import type { Turn } from "./turn.ts";
import type { InspectInput } from "../inputs.ts";
import { converseOf } from "./converse.ts";

const ID = sampleInspection().id;
const picture = { fileName: "part.jpg", bytes: new Uint8Array([1, 2, 3]) };
const user = (text: string, ...pictures: Turn["pictures"]): Turn => ({ role: "user", text, pictures });
const assistant = (text: string): Turn => ({ role: "assistant", text, pictures: [] });

const THREAD = `chat_${"1".repeat(20)}`;
const message = (question: string): ChatTurn["message"] => ({
  language: "en",
  text: `answer to ${question}`,
  sentences: [{ text: "x", evidence: ["A1"] }],
  evidence: [],
  pictures: [],
  answerer: "rule",
  toolCalls: [],
  removed: [],
});

/** What was asked of the parts below, and of which conversation the chat knows. */
const conversation = (known: readonly string[] = [], changes: Partial<Inspector> = {}) => {
  const seen: { asked: ChatQuestion[]; inspected: InspectInput[] } = { asked: [], inspected: [] };
  const at = "2026-01-02T03:04:05.678Z";
  const inspector = fakeInspector({
    inspect: async (input, { onEvent } = {}) => {
      seen.inspected.push(input);
      const inspection = sampleInspection("fail");
      onEvent?.({ kind: "verdict", verdict: inspection.verdict });
      return inspection;
    },
    chat: {
      ask: async (question) => {
        seen.asked.push(question);
        return { thread: THREAD, message: message(question.question) };
      },
      threads: async (inspection) =>
        known.length === 0
          ? []
          : [{ id: THREAD, inspection, createdAt: at, lastAt: at, questions: known.length, title: "x" }],
      history: async () => known.map((question) => ({ askedAt: at, question, message: message(question) })),
    },
    ...changes,
  });
  return { converse: converseOf(inspector, "en"), seen };
};

describe("a conversation that its client keeps", () => {
  it("begins with a picture's report, its title as soon as the verdict is known", async () => {
    const { converse, seen } = conversation();
    const pieces: string[] = [];
    const reply = await converse([user("이거 불량이야?", picture)], { onText: (text) => pieces.push(text) });
    expect(seen.inspected).toMatchObject([{ images: [picture], language: "ko" }]);
    expect(pieces[0]).toBe("# 검사 보고서: 불합격");
    expect(pieces.join("")).toBe(reply.text);
    expect(reply).toMatchObject({ inspection: ID, tokens: { prompt: 0, answer: 0 } });
  });

  it("inspects each of several pictures as a part of its own", async () => {
    const { converse, seen } = conversation();
    const { text } = await converse([user("", picture, picture)]);
    expect(seen.inspected).toHaveLength(2);
    expect(text.split("\n---\n")).toHaveLength(2);
  });

  it("asks the record that the conversation names", async () => {
    const { converse, seen } = conversation();
    const { text } = await converse([user("", picture), assistant(`- Inspection: ${ID}`), user("why?")]);
    expect(seen.asked).toEqual([{ inspection: ID, question: "why?", language: "en" }]);
    expect(text).toBe("answer to why?");
  });

  it("finds the record by the picture where nobody names it", async () => {
    const hash = `sha256:${createHash("sha256").update(picture.bytes).digest("hex")}`;
    const sample = sampleInspection();
    const inspection = {
      ...sample,
      images: sample.images.map((shown) => ({ ...shown, image: { ...shown.image, id: hash } })),
    };
    const { inspections } = fakeInspector();
    const { converse, seen } = conversation([], {
      inspections: { ...inspections, list: async () => [inspection] },
    });
    await converse([user("", picture), assistant("cut by the client"), user("왜?")]);
    expect(seen.asked).toEqual([{ inspection: ID, question: "왜?", language: "ko" }]);
  });

  it("goes on in the thread in which the same was asked before", async () => {
    const turns = [user("", picture), assistant(ID), user("why?"), assistant("so"), user("and region 2?")];
    const same = conversation(["why?"]);
    await same.converse(turns);
    expect(same.seen.asked[0]?.thread).toBe(THREAD);
    const other = conversation(["how bad?"]);
    await other.converse(turns);
    expect(other.seen.asked[0]?.thread).toBeUndefined();
  });

  it("says what it needs where there is neither picture nor record", async () => {
    const { converse } = conversation();
    expect((await converse([user("안녕하세요")])).text).toContain("사진을 올리면");
    expect((await converse([user("hello")])).text).toContain("Send a picture");
    await expect(converse([assistant("hello")])).rejects.toMatchObject({ code: "usage_invalid" });
  });
});
