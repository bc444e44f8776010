// How long a warm inspection of the demo product takes, by node, beside the bare runs of the network inside
// it, measured in turn in the same process: npx tsx benchmarks/inspection.ts
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { loadConfig } from "../src/config.ts";
import { JobPool } from "../src/inference/job-pool.ts";
import { createModelStore } from "../src/inference/model-store.ts";
import { createInspector } from "../src/inspector.ts";
import { createLog } from "../src/log.ts";
import { packageRoot } from "../src/package-root.ts";
import { runBareNetwork } from "./bare-network.ts";

const ROUNDS = 15;
const WARM_UP = 3;
const EDGE_PX = 384; // the demo product's input size

const home = await mkdtemp(join(tmpdir(), "gumsa-benchmark-"));
const root = packageRoot();
const inspector = await createInspector(loadConfig({ GUMSA_HOME: home }), { log: createLog("error") });
const model = await createModelStore(join(root, "models")).features("patch-features");
const jobs = new JobPool({ workers: 1 });

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;

await inspector.products.addDemo();
const bytes = await readFile(join(root, "examples/casting/test/hole/01.jpg"));
const delay = monitorEventLoopDelay({ resolution: 1 });
const timings: Record<string, number>[] = [];
const bare: number[] = [];
for (let round = -WARM_UP; round < ROUNDS; round++) {
  if (round === 0) delay.enable();
  const images = [{ fileName: "01.jpg", bytes: Buffer.concat([bytes, Buffer.from([round + WARM_UP])]) }];
  const { timingsMs } = await inspector.inspect({ images, product: "casting" });
  delay.disable();
  const networkMs = await jobs.do(runBareNetwork, { model, edgePx: EDGE_PX });
  delay.enable();
  if (round >= 0) {
    timings.push(timingsMs);
    bare.push(networkMs);
  }
}
const medians = Object.keys(timings[0] ?? {}).map(
  (name) => [name, median(timings.map((timing) => timing[name] ?? 0))] as const,
);
for (const [name, ms] of medians.toSorted((a, b) => b[1] - a[1]))
  console.log(`${name.padEnd(18)} ${ms.toFixed(1)} ms`);
const total = medians.find(([name]) => name === "total")?.[1] ?? 0;
console.log(
  `bare network       ${median(bare).toFixed(1)} ms a run; the inspection takes ${(total / median(bare)).toFixed(1)} times as long`,
);
console.log(
  `event loop held    median ${(delay.percentile(50) / 1e6).toFixed(1)} ms, p99 ${(delay.percentile(99) / 1e6).toFixed(1)} ms, at most ${(delay.max / 1e6).toFixed(1)} ms`,
);

await jobs[Symbol.asyncDispose]();
await inspector[Symbol.asyncDispose]();
await rm(home, { recursive: true });
