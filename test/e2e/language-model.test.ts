// The command as a person runs it, against a server that plays a language model. What a real model writes is not
// tested here; what becomes of what it writes is.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { Inspection } from "../../src/domain/inspection.ts";
import {
  type ChatRequest,
  type OllamaServer,
  type Scripted,
  startOllamaServer,
  TEST_MODEL,
} from "../../src/llm/testing/ollama-server.ts";
import { packageRoot } from "../../src/package-root.ts";

const root = packageRoot();
const PICTURE = join(root, "examples", "casting", "test", "hole", "01.jpg");

let home = "";
let server: OllamaServer | undefined;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "gumsa-language-model-"));
});
afterAll(() => rm(home, { recursive: true }));
afterEach(async () => server?.[Symbol.asyncDispose]());

const gumsa = async (argv: readonly string[], environment: Record<string, string> = {}) => {
  const child = spawn(process.execPath, ["--import", "tsx", join(root, "src/cli/gumsa.ts"), ...argv], {
    cwd: root,
    env: { ...process.env, GUMSA_HOME: home, OLLAMA_HOST: server?.host ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    child.exitCode ?? once(child, "exit"),
  ]);
  return { exitCode: child.exitCode, stdout, stderr };
};

/** An opinion where one is asked for; else one sound sentence and one that no evidence carries. */
const play = ({ format }: ChatRequest): Scripted => {
  const asksOpinion = JSON.stringify(format).includes('"opinion"');
  if (asksOpinion)
    return { text: JSON.stringify({ opinion: "I see a dark spot, fairly sure." }), pauseMs: 5 };
  const status = [
    { text: "The part differs from what good parts look like.", evidence: ["A1"] },
    { text: "It is a hole with 97.3 % certainty.", evidence: ["A1"] },
  ];
  return { text: JSON.stringify({ status, causes: [], actions: [], prevention: [] }), pauseMs: 5 };
};

it("phrases with a model, shows its opinion, and decides without it", async () => {
  server = await startOllamaServer({ answer: play });
  const argv = ["inspect", PICTURE, "--lang", "en", "--json"];
  const alone = Inspection.parse(JSON.parse((await gumsa(argv)).stdout));
  const { exitCode, stdout } = await gumsa([...argv, "--writer", TEST_MODEL, "--opinion"]);
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
  expect(server.asked.map(({ messages }) => (messages[1]?.images?.length ?? 0) > 0)).toEqual([true, true]);
});

it("gives a whole report when the model stands still, within the deadline", async () => {
  server = await startOllamaServer({ answer: () => ({ fault: "silent" }) });
  const argv = ["inspect", PICTURE, "--lang", "ko", "--opinion", "--json"];
  const settings = { GUMSA_WRITER: TEST_MODEL, GUMSA_WRITER_DEADLINE_MS: "1000" };
  const { exitCode, stdout } = await gumsa(argv, settings);
  expect(exitCode).toBe(0);
  const { report, readers, evidence } = Inspection.parse(JSON.parse(stdout));
  expect(report).toMatchObject({ writer: "rule", fallback: { writer: TEST_MODEL, code: "llm_timeout" } });
  expect(report.sections.causes).not.toEqual([]);
  expect(readers.describeImage).toMatchObject({ status: "failed", code: "llm_timeout" });
  expect(evidence.some(({ id }) => id === "V1")).toBe(false);
});

it("refuses an opinion of nobody, and a name that no model can have", async () => {
  const usage = { exitCode: 2, stderr: expect.stringContaining("usage_invalid") };
  expect(await gumsa(["inspect", PICTURE, "--opinion"], { OLLAMA_HOST: "" })).toMatchObject(usage);
  const argv = ["inspect", PICTURE, "--writer", "no model"];
  expect(await gumsa(argv, { OLLAMA_HOST: "" })).toMatchObject(usage);
});
