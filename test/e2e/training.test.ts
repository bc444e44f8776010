// The recipe of the bundled feature network in five seconds: drawn, dumped, trained, killed, resumed, exported.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { access, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../src/inference/session.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { packageRoot } from "../../src/package-root.ts";
import { testData } from "./testing/test-data.ts";

const run = promisify(execFile);
const recipe = join(packageRoot(), "training/patch-features");

/** A Python that has what the recipes need. */
const findPython = async (): Promise<string | undefined> => {
  for (const python of ["python3", "/usr/bin/python3"]) {
    const has = await run(python, ["-c", "import torch, onnx, scipy, PIL"]).then(
      () => true,
      () => false,
    );
    if (has) return python;
  }
  return undefined;
};
const python = testData === undefined ? undefined : await findPython();
if (python === undefined)
  console.warn("skipped: the recipe needs a Python with torch, onnx, scipy and PIL, and GUMSA_TEST_DATA");

describe.skipIf(python === undefined)("the recipe of the feature network", () => {
  let work = "";
  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), "gumsa-training-"));
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  it("goes on where it was killed, and exports a network that the product runs", async () => {
    const first = train(work);
    await untilThereIs(join(work, "checkpoint.pt"), first);
    process.kill(-(first.pid ?? 0), "SIGKILL");
    const resumed = train(work);
    const log = await outputOf(resumed);
    expect(Number(/from step (\d+)/.exec(log)?.[1])).toBeGreaterThan(0);
    expect(log).toContain(" 0.0 min left");

    const out = join(work, "models/patch-features");
    await run(python ?? "", ["export.py", "--work", work, "--out", out], { cwd: recipe });
    const { card, path } = await createModelStore(join(work, "models")).features("patch-features");
    const session = await openSession(path);
    const size = [1, 3, 64, 96];
    const { stride8 } = await session.run({
      [card.input.name]: { data: new Float32Array(3 * 64 * 96).fill(0.5), dims: size },
    });
    expect(stride8?.dims).toEqual([1, card.taps[0]?.channels, 8, 12]);
    expect(stride8?.data.every(Number.isFinite)).toBe(true);
  });

  it("measures a run without an ingredient beside the released network, after exactly its views", async () => {
    const out = join(work, "ablation");
    await run(python ?? "", ["ablate.py", "--work", work, "--out", out, "--tiny"], { cwd: recipe });
    const { rows } = JSON.parse(await readFile(join(out, "ablation.json"), "utf8"));
    expect(rows).toMatchObject([
      { name: "without the ResNet-50 teacher", views: 16, sets: [{ metric: "recall@1", difference: 0 }] },
      { name: expect.stringContaining("released"), sets: [{ difference: expect.any(Number) }] },
    ]);
    expect(rows[1].sets[0].value).toBeGreaterThan(rows[0].sets[0].value);
  });
});

const train = (work: string): ChildProcess =>
  spawn(python ?? "", ["train.py", "--work", work, "--tiny", "--processes", "1"], {
    cwd: recipe,
    detached: true, // a group of its own, so that a kill takes its children too
    stdio: ["ignore", "pipe", "inherit"],
  });

const untilThereIs = async (path: string, child: ChildProcess): Promise<void> => {
  for (;;) {
    if (child.exitCode !== null)
      throw new Error(`training ended with ${child.exitCode} before it was killed`);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await wait(100);
  }
};

const outputOf = async (child: ChildProcess): Promise<string> => {
  let output = "";
  child.stdout?.on("data", (chunk) => {
    output += chunk;
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  expect(code).toBe(0);
  return output;
};
