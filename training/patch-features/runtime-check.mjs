// Compares the exported network with the maps that export.py stored (--golden) and measures its speed on one thread.
// Usage: node training/patch-features/runtime-check.mjs NETWORK.onnx [GOLDEN_FOLDER]
import { readdirSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import * as ort from "onnxruntime-node";

const [networkPath, goldenFolder] = process.argv.slice(2);
const session = await ort.InferenceSession.create(networkPath, {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
});

if (goldenFolder) {
  for (const file of readdirSync(goldenFolder).filter((name) => name.endsWith(".json"))) {
    const golden = JSON.parse(readFileSync(join(goldenFolder, file), "utf8"));
    const found = await session.run({ image: tensorOf(golden.image) });
    for (const output of ["stride8", "stride16"]) {
      const expected = tensorOf(golden[output]);
      if (expected.dims.join() !== found[output].dims.join())
        throw new Error(`${output} is ${found[output].dims}, not ${expected.dims}`);
      const difference = expected.data.reduce(
        (most, value, index) => Math.max(most, Math.abs(value - found[output].data[index])),
        0,
      );
      console.log(
        `${file} ${output} ${expected.dims.join("x")} largest difference ${difference.toExponential(1)}`,
      );
      if (!(difference <= 1e-4)) process.exitCode = 1;
    }
  }
}

const picture = new ort.Tensor(
  "float32",
  Float32Array.from({ length: 3 * 256 * 256 }, (_, index) => Math.sin(index)),
  [1, 3, 256, 256],
);
const durationsMs = [];
for (let round = 0; round < 60; round++) {
  const begun = performance.now();
  await session.run({ image: picture });
  durationsMs.push(performance.now() - begun);
}
durationsMs.sort((a, b) => a - b);
const [fastestMs, medianMs] = [durationsMs[3], durationsMs[30]].map((value) => Number(value.toFixed(1)));
console.log(
  JSON.stringify({ sizePx: 256, threads: 1, durationMs: medianMs, fastestMs, machine: cpus()[0].model }),
);

function tensorOf({ shape, values }) {
  return new ort.Tensor("float32", Float32Array.from(values), shape);
}
