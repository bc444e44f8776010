// The training recipe of the capture grader, in small: groups are drawn, a few steps taken, thresholds chosen, the
// network exported, and what onnxruntime computes is what torch computed.
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSession } from "../../src/inference/session.ts";
import { packageRoot } from "../../src/package-root.ts";

const PYTHON = process.env.GUMSA_PYTHON ?? "/usr/bin/python3";
const needed = "import torch, numpy, scipy, PIL, onnx";
const hasTorch = spawnSync(PYTHON, ["-c", needed]).status === 0;

const Golden = ["crops", "numbers", "usual", "known"] as const;
type Named = Readonly<Record<string, { readonly shape: number[]; readonly values: number[] }>>;

describe.skipIf(!hasTorch)(
  `training/capture-grade${hasTorch ? "" : ` (skipped: ${PYTHON} has no torch, numpy, scipy, PIL and onnx)`}`,
  () => {
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "gumsa-capture-training-"));
    });
    afterAll(() => rm(folder, { recursive: true, force: true }));

    const run = (script: string, ...options: string[]): string => {
      const cwd = join(packageRoot(), "training", "capture-grade");
      const found = spawnSync(PYTHON, [script, "--work", folder, ...options], { cwd, encoding: "utf8" });
      expect(found.stderr.includes("Traceback"), found.stderr).toBe(false);
      expect(found.status).toBe(0);
      return found.stdout;
    };

    it("trains, exports, and computes the same in onnxruntime", { timeout: 300_000 }, async () => {
      expect(run("train.py", "--tiny")).toMatch(/step \d+ .* min left/);
      run("export.py", "--out", folder);
      const golden = JSON.parse(await readFile(join(folder, "golden.json"), "utf8")) as Named;
      const session = await openSession(join(folder, "network.onnx"));
      const tensorOf = (name: string) => ({
        data: Float32Array.from(golden[name]?.values ?? []),
        dims: golden[name]?.shape ?? [],
      });
      const found = await session.run(Object.fromEntries(Golden.map((name) => [name, tensorOf(name)])));
      for (const output of ["look", "odds", "severities", "motion", "crop_odds"]) {
        const wanted = golden[output]?.values ?? [];
        const worst = Array.from(found[output]?.data ?? []).reduce(
          (most, value, i) => Math.max(most, Math.abs(value - (wanted[i] ?? Number.NaN))),
          0,
        );
        expect(worst, output).toBeLessThan(2e-3);
      }
    });
  },
);
