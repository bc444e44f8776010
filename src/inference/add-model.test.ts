import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../package-root.ts";
import { addModel, type NewFeatures } from "./add-model.ts";
import { createBench } from "./bench.ts";
import { exposedOutputs } from "./expose-outputs.ts";
import type { JobPool } from "./job-pool.ts";
import { createModelStore, type ModelStore } from "./model-store.ts";
import { openSession } from "./session.ts";

const shipped = join(packageRoot(), "test/models");
const onnx = join(shipped, "tiny-features/network.onnx");
const network: NewFeatures = {
  task: "patch-features",
  name: "mine",
  onnx,
  taps: ["stride16", "stride8"],
  inputPx: 64,
  mean: [0.5, 0.5, 0.5],
  std: [0.25, 0.25, 0.25],
};

let data: string;
let models: ModelStore;
/** Run here and now, without threads. */
const jobs: Pick<JobPool, "do"> = { do: (job, input) => job.run(input, createBench()) };
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "gumsa-add-"));
  models = createModelStore(shipped, data);
});
afterAll(() => rm(data, { recursive: true, force: true }));

it("finds out what a network takes and gives, and puts the finer level first", async () => {
  await addModel(network, { models, jobs });
  const { card, path } = await models.features("mine");
  expect(path).toBe(join(data, "mine/network.onnx"));
  expect(card.taps).toEqual([
    { output: "stride8", channels: 6, stridePx: 8, layout: "map" },
    { output: "stride16", channels: 10, stridePx: 16, layout: "map" },
  ]);
  expect(card.input).toMatchObject({
    name: "image",
    multipleOfPx: 16,
    longEdgePx: 64,
    mean: [0.5, 0.5, 0.5],
  });
});

it("makes inner tensors outputs", async () => {
  await addModel({ ...network, name: "inner", taps: ["stem_relu", "fine_relu"] }, { models, jobs });
  const { card } = await models.features("inner");
  expect(card.taps.map(({ output, channels, stridePx }) => [output, channels, stridePx])).toEqual([
    ["stem_relu", 8, 4],
    ["fine_relu", 6, 8],
  ]);
});

it("exposes a tensor without changing what it holds", async () => {
  const exposed = join(data, "exposed.onnx");
  await writeFile(exposed, Buffer.concat([await readFile(onnx), exposedOutputs(["fine_relu"])]));
  const session = await openSession(exposed);
  expect(session.outputs).toEqual(["stride8", "stride16", "fine_relu"]);
  const picture = {
    data: Float32Array.from({ length: 3 * 48 * 48 }, (_, i) => Math.sin(i)),
    dims: [1, 3, 48, 48],
  };
  const { stride8, fine_relu } = await session.run({ image: picture });
  expect(fine_relu?.data).toEqual(stride8?.data.map((value) => Math.max(0, value)));
});

it.each([
  { why: "a tensor that is not there", changes: { taps: ["stride8", "nowhere"] }, code: "model_unfit" },
  { why: "one map alone", changes: { taps: ["stride8"] }, code: "model_unfit" },
  { why: "a file that is not there", changes: { onnx: "/nowhere.onnx" }, code: "file_not_found" },
  {
    why: "a file that is no network",
    changes: { onnx: join(shipped, "tiny-features/card.json") },
    code: "model_damaged",
  },
  { why: "a name that is taken", changes: { name: "tiny-features" }, code: "model_exists" },
  { why: "a name with a path in it", changes: { name: "../x" }, code: "usage_invalid" },
])("refuses $why and leaves nothing behind", async ({ changes, code }) => {
  const before = await readdir(data);
  await expect(addModel({ ...network, name: "other", ...changes }, { models, jobs })).rejects.toMatchObject({
    code,
  });
  expect(await readdir(data)).toEqual(before);
});

it("names what a model of another task is for", async () => {
  await expect(models.model("mine", "boxes")).rejects.toMatchObject({ code: "model_unfit" });
  await expect(models.find("nobody")).rejects.toMatchObject({ code: "model_unknown" });
});
