// Compares the exported grader with the answers that export.py stored in its work folder, and measures its speed on one thread.
// Usage: node training/capture-grade/runtime-check.mjs NETWORK.onnx WORK
import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";

const LARGEST_DIFFERENCE = 2e-3;
const [networkPath, work] = process.argv.slice(2);
const session = await ort.InferenceSession.create(networkPath, {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
});
const golden = JSON.parse(readFileSync(join(work, "golden.json"), "utf8"));
const feeds = Object.fromEntries(
  ["crops", "numbers", "usual", "known"].map((name) => [
    name,
    new ort.Tensor("float32", Float32Array.from(golden[name].values), golden[name].shape),
  ]),
);
const found = await session.run(feeds);
for (const name of ["look", "odds", "severities", "motion", "crop_odds"]) {
  const difference = golden[name].values.reduce(
    (most, value, i) => Math.max(most, Math.abs(value - found[name].data[i])),
    0,
  );
  console.log(`${name} largest difference ${difference.toExponential(1)}`);
  if (!(difference <= LARGEST_DIFFERENCE)) process.exitCode = 1;
}

const durationsMs = [];
const before = process.cpuUsage();
for (let round = 0; round < 60; round++) {
  const begun = performance.now();
  await session.run(feeds);
  durationsMs.push(performance.now() - begun);
}
const { user, system } = process.cpuUsage(before);
const cpuMs = Number(((user + system) / 1000 / durationsMs.length).toFixed(1));
durationsMs.sort((a, b) => a - b);
const [fastestMs, medianMs] = [durationsMs[3], durationsMs[30]].map((value) => Number(value.toFixed(1)));
console.log(
  JSON.stringify({ crops: 9, threads: 1, cpuMs, durationMs: medianMs, fastestMs, machine: cpus()[0].model }),
);
