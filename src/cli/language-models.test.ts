import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FinetunePair } from "../domain/finetune-pair.ts";
import type { AdapterInput, InspectInput } from "../inspector.ts";
import { commandLine, temporaryFolder } from "./testing/command-line.ts";
import { fakeInspector, sampleAdapter, sampleInspection } from "./testing/fake-inspector.ts";

const PAIR: FinetunePair = {
  id: "1",
  task: "describe",
  language: "ko",
  product: "board",
  split: "train",
  images: ["images/a.jpg"],
  messages: [
    { role: "system", content: "s" },
    { role: "user", content: "u" },
    { role: "assistant", content: "a" },
  ],
};

describe("adapters add", () => {
  const added = async (...options: string[]) => {
    const inputs: AdapterInput[] = [];
    const fake = fakeInspector();
    const adapters = {
      ...fake.adapters,
      add: async (input: AdapterInput) => {
        inputs.push(input);
        return sampleAdapter;
      },
    };
    const argv = ["adapters", "add", "tuned", "--base", "qwen2-vl", ...options];
    return { ended: await commandLine(argv, { inspector: { ...fake, adapters } }), input: inputs[0] };
  };

  it.each([
    [
      ["--merged", "a.gguf", "--projector", "b.gguf"],
      { kind: "merged", gguf: "a.gguf", projector: "b.gguf" },
    ],
    [["--lora", "a.gguf"], { kind: "lora", file: "a.gguf" }],
    [["--endpoint", "http://x/v1", "--model", "m"], { kind: "served", endpoint: "http://x/v1", model: "m" }],
  ])("takes %j", async (options, source) => {
    const { input, ended } = await added(...options);
    expect(input).toMatchObject({ name: "tuned", base: "qwen2-vl", source });
    expect(ended.stdout).toContain("not proven yet");
  });

  it.each([[[]], [["--lora", "a", "--merged", "b"]], [["--endpoint", "http://x/v1"]]])(
    "refuses %j as one source",
    async (options) => {
      expect((await added(...options)).ended).toMatchObject({ exitCode: 2, stdout: "" });
    },
  );
});

it("writes pairs, pictures and those of another file apart by split", async () => {
  using folder = temporaryFolder();
  const more = join(folder.path, "more.jsonl");
  writeFileSync(more, `${JSON.stringify({ ...PAIR, id: "2", task: "diagnose", split: "test" })}\n`);
  const inspector = fakeInspector({
    finetunePairs: async function* () {
      yield { pair: PAIR, pictures: [{ fileName: "images/a.jpg", bytes: new Uint8Array([1]) }] };
    },
  });
  const out = join(folder.path, "set");
  const { stdout } = await commandLine(["export", "finetune", "--out", out, "--with", more, "--json"], {
    inspector,
  });
  expect(JSON.parse(stdout)).toEqual({ out, train: 1, test: 1 });
  expect(JSON.parse(readFileSync(join(out, "train.jsonl"), "utf8"))).toEqual(PAIR);
  expect(readFileSync(join(out, "images", "a.jpg"))).toEqual(Buffer.from([1]));
  writeFileSync(more, "{}\n");
  const wrong = await commandLine(["export", "finetune", "--out", out, "--with", more], { inspector });
  expect(wrong.stderr).toContain("line 1");
});

describe("inspect --deadline", () => {
  const inspected = async (deadline: string) => {
    using folder = temporaryFolder();
    const picture = join(folder.path, "part.png");
    writeFileSync(picture, "pass");
    const inputs: InspectInput[] = [];
    const inspector = fakeInspector({
      inspect: async (input, progress) => {
        inputs.push(input);
        progress?.onEvent?.({ kind: "verdict", verdict: sampleInspection().verdict });
        return sampleInspection();
      },
    });
    return {
      ended: await commandLine(["inspect", picture, "--deadline", deadline, "--json"], { inspector }),
      inputs,
    };
  };

  it.each([
    ["5s", 5000],
    ["800ms", 800],
    ["1.5m", 90_000],
    ["3", 3000],
  ])("reads %s as %i ms and tells the verdict at once", async (text, deadlineMs) => {
    const { ended, inputs } = await inspected(text);
    expect(inputs).toMatchObject([{ deadlineMs, writer: "rule" }]);
    expect(ended.stderr).toContain("verdict: pass");
  });

  it.each(["0s", "soon", "-1s", "5h"])("refuses %s", async (text) => {
    expect((await inspected(text)).ended.exitCode).toBe(2);
  });
});
