// The command as a person runs it, against a server that plays a language model. What a real model writes is not
// tested here; what becomes of what it writes is.
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { Inspection } from "../../src/domain/inspection.ts";
import {
  type ChatRequest,
  type OllamaServer,
  startOllamaServer,
  TEST_MODEL,
} from "../../src/llm/testing/ollama-server.ts";
import type { Scripted } from "../../src/llm/testing/scripted.ts";
import { isCanary, seeing } from "../../src/llm/testing/seeing.ts";
import { type Home, openHome, root } from "./testing/gumsa.ts";

const PICTURE = join(root, "examples", "casting", "test", "hole", "01.jpg");
const DEADLINE_MS = 5000;

let server: OllamaServer;
let home: Home;
let answer: (request: ChatRequest) => Scripted;
beforeAll(async () => {
  server = await startOllamaServer({ answer: seeing((request) => answer(request)) });
  const settings = { OLLAMA_HOST: server.host, GUMSA_WRITER_DEADLINE_MS: String(DEADLINE_MS) };
  home = await openHome({ settings, hasDemo: true });
});
beforeEach(() => {
  answer = play;
});
afterAll(async () => {
  await home[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

/** An opinion where one is asked for; else one sound sentence and one that no evidence carries. */
const play = ({ format }: ChatRequest): Scripted => {
  const asksOpinion = JSON.stringify(format).includes('"opinion"');
  if (asksOpinion)
    return { text: JSON.stringify({ opinion: "I see a dark spot, fairly sure.", marks: [] }), pauseMs: 5 };
  const status = [
    { text: "The part differs from what good parts look like.", evidence: ["A1"] },
    { text: "It is a hole with 97.3 % certainty.", evidence: ["A1"] },
  ];
  return { text: JSON.stringify({ status, causes: [], actions: [], prevention: [] }), pauseMs: 5 };
};

it("phrases with a model, shows its opinion, and decides without it", async () => {
  const argv = ["inspect", PICTURE, "--lang", "en", "--json"];
  const alone = Inspection.parse(JSON.parse((await home.gumsa(...argv)).stdout));
  const { exitCode, stdout } = await home.gumsa(...argv, "--writer", TEST_MODEL, "--opinion");
  expect(exitCode).toBe(0);
  const { verdict, evidence, report, readers } = Inspection.parse(JSON.parse(stdout));
  expect(verdict).toEqual(alone.verdict);
  expect(evidence.filter(({ id }) => id !== "V1")).toEqual(alone.evidence);
  expect(evidence.find(({ id }) => id === "V1")).toMatchObject({ kind: "opinion", model: TEST_MODEL });
  expect(readers.describeImage).toEqual({ status: "ran" });
  expect(report).toMatchObject({ writer: TEST_MODEL, modelUse: { promptVersion: "write-report-1" } });
  expect(report.sections.status[0]).toEqual(alone.report.sections.status[0]);
  expect(report.sections.causes).toEqual(alone.report.sections.causes);
  expect(report.removed.map(({ text }) => text)).toEqual(["It is a hole with 97.3 % certainty."]);
  const asked = server.asked.filter((request) => !isCanary(request));
  expect(asked.map(({ messages }) => (messages[1]?.images?.length ?? 0) > 0)).toEqual([true, true]);
  expect(server.loaded).toEqual([TEST_MODEL]);
});

it("gives a whole report when the model stands still, within the deadline", async () => {
  answer = () => ({ fault: "silent" });
  const argv = ["inspect", PICTURE, "--lang", "ko", "--writer", TEST_MODEL, "--opinion", "--json"];
  const { exitCode, stdout } = await home.gumsa(...argv);
  expect(exitCode).toBe(0);
  const { report, readers, evidence } = Inspection.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ writer: "rule", fallback: { writer: TEST_MODEL, code: "llm_timeout" } });
  expect(report.sections.causes).not.toEqual([]);
  expect(readers.describeImage).toMatchObject({ status: "failed", code: "llm_timeout" });
  expect(evidence.some(({ id }) => id === "V1")).toBe(false);
});

it("refuses an opinion of nobody, and a name that no model can have", async () => {
  const usage = { exitCode: 2, stderr: expect.stringContaining("usage_invalid") };
  expect(await home.gumsa("inspect", PICTURE, "--opinion")).toMatchObject(usage);
  expect(await home.gumsa("inspect", PICTURE, "--writer", "no model")).toMatchObject(usage);
});

it("withholds the words of a model that does not see, and says so", async () => {
  await using blind = await startOllamaServer({ answer: (request) => play(request) });
  await using other = await openHome({ settings: { OLLAMA_HOST: blind.host }, hasDemo: true });
  const out = join(other.path, "out");
  const { stdout } = await other.gumsa(
    "inspect",
    PICTURE,
    "--lang",
    "ko",
    "--writer",
    TEST_MODEL,
    "--out",
    out,
  );
  expect(stdout.replaceAll(/\s+/g, " ")).toContain("언어 모델이 사진을 보지 못함");
});

it("tells the verdict first and keeps a deadline, with the sections that came", async () => {
  const status = [{ text: "The part differs from what good parts look like.", evidence: ["A1"] }];
  const causes = Array(400).fill(status[0]);
  answer = () => ({ text: JSON.stringify({ status, causes, actions: [], prevention: [] }), pauseMs: 50 });
  const { stdout, stderr } = await home.gumsa(
    ...["inspect", PICTURE, "--lang", "en", "--writer", TEST_MODEL, "--deadline", "20s", "--json"],
  );
  const { report } = Inspection.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ writer: TEST_MODEL, unfinished: ["causes", "actions", "prevention"] });
  expect(stderr.split("\n").filter((line) => /^(verdict|Status|Causes)/.test(line))).toEqual([
    "verdict: fail",
    expect.stringContaining(`Status: 2 sentences by ${TEST_MODEL}`),
    expect.stringContaining("Causes: "),
  ]);
});

it("chooses a writer for later inspections, and the rules again", async () => {
  const chosen = await home.gumsa("models", "use", TEST_MODEL, "--lang", "en");
  expect(chosen.stdout).toContain("It sees");
  const inspect = async () => {
    const { stdout } = await home.gumsa("inspect", PICTURE, "--lang", "en", "--json");
    return Inspection.parse(JSON.parse(stdout)).report.writer;
  };
  expect(await inspect()).toBe(TEST_MODEL);
  await home.gumsa("models", "use", "rule");
  expect(await inspect()).toBe("rule");
});
