import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Inspector, ModelInput } from "../inspector.ts";
import { commandLine, temporaryFolder } from "./testing/command-line.ts";
import { fakeInspector } from "./testing/fake-inspector.ts";

const fake = fakeInspector();

/** Keeps what it was asked to add. */
const listening = (): { inspector: Inspector; added: ModelInput[] } => {
  const added: ModelInput[] = [];
  const models: Inspector["models"] = {
    ...fake.models,
    add: async (input) => {
      added.push(input);
      return (await fake.models.list())[0] ?? Promise.reject(new Error("no model"));
    },
  };
  return { added, inspector: fakeInspector({ models }) };
};

describe("gumsa models", () => {
  it("lists what is here and says how to get the rest", async () => {
    const { stdout } = await commandLine(["models", "list"]);
    expect(stdout).toContain("clip-vit-b-32");
    expect(stdout).toContain("[not here] image-text, hub, MIT  (gumsa models pull clip-vit-b-32)");
  });

  it("hands --offline on and names what no page confirmed", async () => {
    const asked: unknown[] = [];
    const pull: Inspector["models"]["pull"] = async (name, options) => {
      asked.push(name, options);
      return fake.models.verify(name);
    };
    const inspector = fakeInspector({ models: { ...fake.models, pull } });
    const { stdout } = await commandLine(["models", "pull", "clip-vit-b-32", "--offline"], { inspector });
    expect(asked).toEqual(["clip-vit-b-32", { isOffline: true }]);
    expect(stdout).toContain("not confirmed: licence of the weights");
  });

  it("adds a network with ImageNet's mean and deviation unless others are named", async () => {
    const { added, inspector } = listening();
    const argv = ["models", "add", "mine", "--onnx", "net.onnx", "--taps", "a,b", "--input", "224"];
    await commandLine([...argv, "--std", "1,1,1"], { inspector });
    expect(added).toEqual([
      {
        task: "patch-features",
        name: "mine",
        source: { onnx: "net.onnx" },
        taps: ["a", "b"],
        inputPx: 224,
        mean: [0.485, 0.456, 0.406],
        std: [1, 1, 1],
      },
    ]);
  });

  it("adds a detector with the words of a file", async () => {
    using folder = temporaryFolder();
    const labels = join(folder.path, "words.txt");
    writeFileSync(labels, "cat\r\ndog\n\n");
    const { added, inspector } = listening();
    const argv = ["models", "add", "yolox", "--onnx", "y.onnx", "--input", "416"];
    await commandLine([...argv, "--detector", "yolox", "--labels", labels], { inspector });
    expect(added).toMatchObject([{ task: "boxes", labels: ["cat", "dog"], inputPx: 416 }]);
  });

  it.each([
    { what: "no source", argv: ["--taps", "a,b", "--input", "224"] },
    { what: "two sources", argv: ["--onnx", "a", "--from", "b", "--taps", "a,b", "--input", "224"] },
    { what: "neither taps nor detector", argv: ["--onnx", "a", "--input", "224"] },
    { what: "an input of no size", argv: ["--onnx", "a", "--taps", "a,b", "--input", "x"] },
    {
      what: "a mean of two numbers",
      argv: ["--onnx", "a", "--taps", "a,b", "--input", "64", "--mean", "1,2"],
    },
  ])("refuses $what", async ({ argv }) => {
    const { exitCode, stderr } = await commandLine(["models", "add", "mine", ...argv]);
    expect({ exitCode, isUsage: stderr.startsWith("error usage_invalid") }).toEqual({
      exitCode: 2,
      isUsage: true,
    });
  });
});

describe("gumsa product model", () => {
  it("tells what is changed and how to take it back", async () => {
    const { stdout } = await commandLine(["product", "model", "board", "mine"]);
    expect(stdout).toContain("board: patch-features → mine.");
    expect(stdout).toContain("threshold 0.5000 → 4.250");
    expect(stdout).toContain("insp_1  a.png  pass → would fail (p 0.400 → 0.0300)");
    expect(stdout).toContain("gumsa product model board --back");
  });

  it("says that a trial changed nothing", async () => {
    const { stdout } = await commandLine(["product", "model", "board", "mine", "--trial"]);
    expect(stdout).toContain("a trial. Nothing was changed.");
    expect(stdout).not.toContain("--back");
  });

  it("refuses a model and the way back at once", async () => {
    expect((await commandLine(["product", "model", "board", "mine", "--back"])).exitCode).toBe(2);
  });
});

it("says which words of a search played no part, and what would help", async () => {
  const { stdout } = await commandLine([
    "cases",
    "search",
    "긁힘",
    "모서리",
    "--product",
    "board",
    "--lang",
    "ko",
  ]);
  expect(stdout).toContain("검색에 쓰지 못한 말: 모서리");
  expect(stdout).toContain("gumsa models pull clip-vit-b-32");
});
