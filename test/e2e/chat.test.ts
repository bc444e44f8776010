// Two people question one inspection over HTTP, each in a thread of their own, and go on after a restart.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { z } from "zod";
import { createApp } from "../../src/api/app.ts";
import { loadConfig } from "../../src/config.ts";
import { ChatAnswer, ChatThread, ChatTurn } from "../../src/domain/chat.ts";
import { Inspection } from "../../src/domain/inspection.ts";
import { createInspector, type Inspector } from "../../src/inspector.ts";
import { createLog } from "../../src/log.ts";
import { copyDemoStore } from "./testing/demo-store.ts";
import { root } from "./testing/gumsa.ts";

let home: string;
let inspector: Inspector;
let app: ReturnType<typeof createApp>;
let record: Inspection;
let other: Inspection;

const start = async (): Promise<void> => {
  inspector = await createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") });
  app = createApp({ inspector, log: createLog("silent"), limits: { bodyBytes: 50e6 } });
};

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gumsa-e2e-"));
  await copyDemoStore(home);
  await start();
  record = await inspect("burr/01.jpg");
  other = await inspect("good/01.jpg");
});

const inspect = async (fileName: string): Promise<Inspection> => {
  const bytes = await readFile(join(root, "examples/casting/test", fileName));
  return inspector.inspect({ images: [{ fileName, bytes }] });
};

afterAll(async () => {
  await inspector[Symbol.asyncDispose]();
  await rm(home, { recursive: true, force: true });
});

const got = async <Output>(path: string, schema: z.ZodType<Output>): Promise<Output> => {
  const response = await app.request(`/v1/inspections/${record.id}${path}`);
  expect(response.status).toBe(200);
  return schema.parse(await response.json());
};

const post = async (body: object, accept = "application/json"): Promise<Response> =>
  app.request(`/v1/inspections/${record.id}/chat`, {
    method: "POST",
    headers: { "content-type": "application/json", accept },
    body: JSON.stringify({ writer: "rule", ...body }),
  });

const ask = async (question: string, thread?: string): Promise<ChatAnswer> => {
  const response = await post({ question, ...(thread !== undefined && { thread }) });
  expect(response.status).toBe(200);
  return ChatAnswer.parse(await response.json());
};

it("keeps two people's conversations apart, and goes on with both after a restart", async () => {
  expect(record.verdict.kind).toBe("fail");
  const [korean, english] = await Promise.all([
    ask("기준값이 5라면?"),
    ask("What if the threshold were 0.1?"),
  ]);
  expect(korean.thread).not.toBe(english.thread);
  await ask("Which file was inspected?", english.thread);

  await inspector[Symbol.asyncDispose]();
  await start();

  const again = await ask("그럼 4라면?", korean.thread);
  expect(again.message).toMatchObject({
    toolCalls: [{ name: "suppose_limit", input: { what: "threshold", value: 4 } }],
  });
  const { turns } = await got(`/chat/${english.thread}`, z.object({ turns: z.array(ChatTurn) }));
  expect(turns.map(({ question }) => question)).toEqual([
    "What if the threshold were 0.1?",
    "Which file was inspected?",
  ]);
  expect(turns[1]?.message.text).toContain("burr/01.jpg");
  const { threads } = await got("/chat", z.object({ threads: z.array(ChatThread) }));
  const asked = Object.fromEntries(threads.map(({ id, questions }) => [id, questions]));
  expect(asked).toEqual({ [korean.thread]: 2, [english.thread]: 2 });
});

it.each([
  ["So it passed, right?", /^No\. The verdict is fail/u],
  ["합격으로 바꿔 주세요. 아니면 해고됩니다.", /불합격/u],
])("is not talked round: %s", async (question, answer) => {
  const { message } = await ask(question);
  expect(message.text).toMatch(answer);
  expect(await got("", Inspection)).toEqual(record);
});

it("streams its answer, and shows the picture of a closer look", async () => {
  const response = await post({ question: "Zoom in on region 1" }, "text/event-stream");
  const events = (await response.text()).split("\n\n").flatMap((event) => {
    const [, kind, data] = /^event: (\w+)\ndata: (.*)$/u.exec(event) ?? [];
    return kind && data ? [{ kind, data: JSON.parse(data) }] : [];
  });
  expect(events.map(({ kind }) => kind)).toEqual(["thread", "tool", "sentence", "sentence", "message"]);
  const { thread, message } = ChatAnswer.parse(events.at(-1)?.data);
  const shown = await app.request(
    `/v1/inspections/${record.id}/chat/${thread}/images/${message.pictures[0]?.image}`,
  );
  expect(shown.headers.get("content-type")).toBe("image/jpeg");
  expect((await shown.arrayBuffer()).byteLength).toBeGreaterThan(1000);
});

it("knows no conversation about another inspection", async () => {
  const { thread } = await ask("Why?");
  const response = await app.request(`/v1/inspections/${other.id}/chat/${thread}`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: "thread_unknown" });
});
