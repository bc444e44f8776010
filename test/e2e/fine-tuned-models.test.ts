// Adapters as a model engineer adds them, against a server that plays base and fine-tuned model. That weights are
// really changed by an adapter can only be seen on a real server; that an ignored one is noticed is seen here.
import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Adapter } from "../../src/domain/adapter.ts";
import { Comparison } from "../../src/domain/comparison.ts";
import { FinetunePair } from "../../src/domain/finetune-pair.ts";
import { Inspection } from "../../src/domain/inspection.ts";
import {
  type ChatRequest,
  type OllamaServer,
  startOllamaServer,
} from "../../src/llm/testing/ollama-server.ts";
import type { Scripted } from "../../src/llm/testing/scripted.ts";
import { seeing } from "../../src/llm/testing/seeing.ts";
import { packageRoot } from "../../src/package-root.ts";
import { openHomeInProcess, type ProcessHome } from "./testing/in-process.ts";

const PICTURE = join(packageRoot(), "examples", "casting", "test", "hole", "01.jpg");
const BASE = "qwen2-vl:2b";
const SOUND = { text: "The picture can be used.", evidence: ["D0"] };
const INVENTED = { text: "It is a hole with 97.3 % certainty.", evidence: ["D0"] };

let server: OllamaServer;
let home: ProcessHome;
let inspection: Inspection;
let weights: string;

/** The base invents half of what it says; models of other names were taught not to, except one that is ignored. */
const play = ({ model }: ChatRequest): Scripted => {
  const isBase = model === BASE || model.startsWith("ignored");
  const status = isBase ? [SOUND, INVENTED] : [SOUND];
  return { text: JSON.stringify({ status, causes: [], actions: [], prevention: [] }) };
};

beforeAll(async () => {
  server = await startOllamaServer({
    models: [BASE],
    refuses: ({ model }) => (model === "refused" ? "adapters are not supported for qwen2vl" : undefined),
    answer: seeing(play),
  });
  home = await openHomeInProcess({ OLLAMA_HOST: server.host });
  weights = join(home.path, "tuned.gguf");
  await writeFile(weights, "no real weights");
  const { stdout } = await home.gumsa("inspect", PICTURE, "--no-product", "--lang", "en", "--json");
  inspection = Inspection.parse(JSON.parse(stdout));
});
afterAll(async () => {
  await home[Symbol.asyncDispose]();
  await server[Symbol.asyncDispose]();
});

const add = (name: string, ...options: string[]) =>
  home.gumsa("adapters", "add", name, "--base", "qwen2-vl", ...options, "--lang", "en", "--json");

it("sends a merged model to the server, proves it against its base and offers it", async () => {
  const adapter = Adapter.parse(JSON.parse((await add("tuned", "--merged", weights)).stdout));
  expect(adapter).toMatchObject({
    baseModel: BASE,
    proof: {
      outcome: "proven",
      inspections: 1,
      differing: 1,
      base: { sentences: 2, removed: 1 },
      adapter: { sentences: 1, removed: 0 },
    },
  });
  const digest = `sha256:${createHash("sha256").update("no real weights").digest("hex")}`;
  expect(server.blobs.get(digest)?.toString()).toBe("no real weights");
  expect(server.created).toMatchObject([
    { model: "tuned", files: { "tuned.gguf": digest }, template: "{{ .Prompt }}" },
  ]);
  const { stdout } = await home.gumsa(
    "inspect",
    PICTURE,
    "--no-product",
    "--lang",
    "en",
    "--json",
    "--writer",
    "tuned",
  );
  expect(Inspection.parse(JSON.parse(stdout)).report).toMatchObject({ writer: "tuned", removed: [] });
});

it("shows writers side by side without changing the record", async () => {
  const argv = ["compare", inspection.id, "--writers", `rule,${BASE},tuned`, "--lang", "en"];
  const compared = Comparison.parse(JSON.parse((await home.gumsa(...argv, "--json")).stdout));
  expect(compared.reports.map(({ writer, report }) => [writer, report.removed.length])).toEqual([
    ["rule", 0],
    [BASE, 1],
    ["tuned", 0],
  ]);
  expect(compared.reports[0]?.report.sections).toEqual(inspection.report.sections);
  expect(compared.differences).toMatchObject([
    { writer: BASE, against: "rule", onlyHere: [SOUND] },
    { writer: "tuned", against: "rule", onlyHere: [SOUND] },
  ]);
  const { stdout } = await home.gumsa(...argv);
  expect(stdout).toContain("1 sentences removed by the check");
});

it("names an adapter that the server ignores, and does not offer it", async () => {
  const adapter = Adapter.parse(JSON.parse((await add("ignored", "--lora", weights)).stdout));
  expect(adapter.proof?.outcome).toBe("ignored");
  expect(server.created.at(-1)).toMatchObject({ from: BASE, adapters: { "tuned.gguf": expect.any(String) } });
  const used = await home.gumsa("models", "use", "ignored");
  expect(used).toMatchObject({ exitCode: 1, stderr: expect.stringContaining("adapter_unproven") });
});

it("names a refusal, a name that is taken and a file that is not there", async () => {
  const refused = await add("refused", "--lora", weights);
  expect(refused.stdout).toContain("adapters are not supported for qwen2vl");
  expect(refused.stderr).toContain("adapter_refused");
  expect((await add("tuned", "--merged", weights)).stderr).toContain("adapter_exists");
  expect((await add("other", "--merged", "nowhere.gguf")).stderr).toContain("file_not_found");
  const listed = JSON.parse((await home.gumsa("adapters", "list", "--json")).stdout);
  expect(listed.map(({ name }: Adapter) => name)).toEqual(["ignored", "tuned"]);
});

it("removes an adapter from the server as well", async () => {
  await home.gumsa("adapters", "remove", "ignored");
  expect([...server.models]).toEqual([BASE, "tuned:latest"]);
});

it("exports confirmed inspections as pairs in both languages, with the pictures that they show", async () => {
  const confirm = ["--worker", "Kim", "--action", "kept", "--rating", "5"];
  await home.gumsa("feedback", inspection.id, ...confirm, "--verdict", inspection.verdict.kind);
  const out = join(home.path, "set");
  const exported = async () => {
    const { stdout } = await home.gumsa("export", "finetune", "--out", out, "--json");
    expect(JSON.parse(stdout)).toEqual({ out, train: 2, test: 0 });
    const lines = (await readFile(join(out, "train.jsonl"), "utf8")).trim().split("\n");
    return lines.map((line) => FinetunePair.parse(JSON.parse(line)));
  };
  const reports = await exported();
  expect(reports.map(({ task, language }) => `${task} ${language}`)).toEqual(["report ko", "report en"]);
  await home.gumsa("feedback", inspection.id, ...confirm, "--verdict", "pass");
  const opinions = await exported();
  expect(opinions.map(({ task, language }) => `${task} ${language}`)).toEqual(["describe ko", "describe en"]);
  expect(opinions[0]?.messages[2]?.content).toContain("특이한 점은 보이지 않습니다");
  const pictures = new Set([...reports, ...opinions].flatMap(({ images }) => images));
  const written = (await readdir(join(out, "images"))).map((name) => `images/${name}`);
  expect(new Set(written)).toEqual(pictures);
});
