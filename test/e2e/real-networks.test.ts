// Networks of others with their real weights, added as a user adds them.
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addModel } from "../../src/inference/add-model.ts";
import { createBench } from "../../src/inference/bench.ts";
import { JobPool } from "../../src/inference/job-pool.ts";
import { createModelStore, type ModelStore } from "../../src/inference/model-store.ts";
import { openSession, type Tensor } from "../../src/inference/session.ts";
import { packageRoot } from "../../src/package-root.ts";
import { findBoxes } from "../../src/vision/boxes/find-boxes.ts";
import { decodePicture } from "../../src/vision/decode.ts";
import { extractPatches, operatorsOf } from "../../src/vision/patch-memory/extract-patches.ts";
import { COCO_WORDS } from "./testing/coco-words.ts";
import { SKIPPED, testData } from "./testing/test-data.ts";

const weights = join(testData ?? "", "weights");
const IMAGENET = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

if (testData === undefined) console.warn(SKIPPED);

describe.skipIf(testData === undefined)("real networks", () => {
  let data: string;
  let models: ModelStore;
  const jobs = new JobPool({ workers: 1 });
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), "gumsa-real-"));
    models = createModelStore(join(packageRoot(), "models"), data);
  });
  afterAll(async () => {
    await jobs[Symbol.asyncDispose]();
    await rm(data, { recursive: true, force: true });
  });

  it.each(["0", "1", "2"])("gives SqueezeNet's published outputs (pair %s)", async (pair) => {
    const session = await openSession(join(weights, "squeezenet1.1_fp32.onnx"));
    const folder = join(weights, "squeezenet1.1_testvec", pair);
    const expected = await readNpy(join(folder, "output_0.npy"));
    const { logits } = await session.run({ input: await readNpy(join(folder, "input_0.npy")) });
    const differences = expected.data.map((value, i) => Math.abs(value - logits!.data[i]!));
    const relative = differences.map(
      (difference, i) => difference / Math.max(1, Math.abs(expected.data[i]!)),
    );
    console.log(
      `SqueezeNet pair ${pair}: largest difference ${Math.max(...differences).toExponential(2)} on outputs up to ` +
        `${Math.max(...expected.data.map(Math.abs)).toFixed(0)}; relative ${Math.max(...relative).toExponential(2)}`,
    );
    expect(expected.data).toHaveLength(1000);
    // Relative to each output, at least 1. Measured 9.6e-6; the largest absolute difference is 1.8e-4, beyond 1.1e-4, on
    // outputs up to 296, where float32 itself has steps of 3e-5.
    expect(Math.max(...relative)).toBeLessThanOrEqual(1.1e-4);
  });

  it.each([
    {
      name: "resnet-50-v2",
      file: "resnet50v2_stage1-3.onnx",
      taps: ["stage2", "stage3"],
      channels: [512, 1024],
    },
    {
      name: "mobilenet-v2",
      file: "mobilenetv2_fp32_features.onnx",
      taps: ["feat_32", "feat_96"],
      channels: [32, 96],
    },
    {
      name: "squeezenet",
      file: "squeezenet1.1_fp32.onnx",
      taps: ["concat_32", "concat_47"],
      channels: [256, 384],
    },
  ])("takes $name for features", async ({ name, file, taps, channels }) => {
    const onnx = join(weights, file);
    await addModel({ task: "patch-features", name, onnx, taps, inputPx: 224, ...IMAGENET }, { models, jobs });
    const model = await models.features(name);
    expect(model.card.taps.map((tap) => tap.channels)).toEqual(channels);
    const input = { widthPx: 224, heightPx: 160, rgb: new Uint8Array(3 * 224 * 160).fill(90) };
    const grid = await extractPatches(input, { model, operators: operatorsOf(models) }, createBench());
    expect(grid.patches.dims).toEqual([grid.rows * grid.columns, channels[0]! + channels[1]!]);
    expect(grid.columns).toBeGreaterThan(grid.rows);
  });

  it("finds COCO words in photographs with YOLOX-Nano, and says which words it does not know", async () => {
    const onnx = join(weights, "yolox_nano.onnx");
    await addModel(
      { task: "boxes", name: "yolox-nano", onnx, inputPx: 416, labels: COCO_WORDS },
      { models, jobs },
    );
    const model = await models.model("yolox-nano", "boxes");
    const seen = async (photograph: string) => {
      const bytes = await readFile(join(testData ?? "", "data/kodak24/PhotoCD_PCD0992", photograph));
      const picture = await decodePicture(bytes, { fileName: photograph, maxPixels: 1e8 });
      const phrases = ["bird", "airplane", "person", "scratch"];
      const { boxes, unknown } = await findBoxes.run(
        { picture, phrases, threshold: 0.4, model },
        createBench(),
      );
      expect(unknown).toEqual(["scratch"]);
      return { picture, boxes };
    };
    const parrots = await seen("23.png");
    expect(parrots.boxes.map(({ phrase }) => phrase)).toEqual(["bird", "bird"]);
    const [left, right] = parrots.boxes.map(({ box }) => box.x + box.width / 2).sort((a, b) => a - b);
    expect(left! < parrots.picture.widthPx / 2 && right! > parrots.picture.widthPx / 2).toBe(true);
    expect((await seen("20.png")).boxes[0]?.phrase).toBe("airplane");
    expect((await seen("02.png")).boxes).toEqual([]);
  });
});

/** Little-endian float32 in row order, as numpy saves it. */
const readNpy = async (path: string): Promise<Tensor> => {
  const bytes = await readFile(path);
  const length = bytes.readUInt16LE(8);
  const header = bytes.subarray(10, 10 + length).toString("latin1");
  if (!header.includes("'<f4'") || !header.includes("False")) throw new TypeError(`${path}: ${header}`);
  const dims = (header.match(/\(([\d, ]+)\)/)?.[1] ?? "").split(",").filter((part) => part.trim() !== "");
  const data = new Float32Array(new Uint8Array(bytes.subarray(10 + length)).buffer);
  return { data, dims: dims.map(Number) };
};
