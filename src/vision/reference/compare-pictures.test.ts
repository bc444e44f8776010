import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createBench } from "../../inference/bench.ts";
import { createModelStore } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import { decodePicture } from "../decode.ts";
import type { Picture } from "../picture.ts";
import { comparedSize, comparePictures, comparisonOperatorsOf, toCompare } from "./compare-pictures.ts";
import { differenceRegions } from "./difference-regions.ts";

const operators = comparisonOperatorsOf(createModelStore(join(packageRoot(), "models")));
const bench = createBench();
const example = async (name: string): Promise<Picture> =>
  decodePicture(readFileSync(join(packageRoot(), "examples/casting", name)), {
    fileName: name,
    maxPixels: 1e7,
  });
const good = await example("train/good/05.jpg");

const compare = async (picture: Picture, reference: Picture) => {
  const task = { picture: await toCompare(picture), reference: await toCompare(reference), operators };
  return comparePictures.run(task, bench);
};

const withPatch = ({ rgb, ...size }: Picture): Picture => {
  const changed = Uint8Array.from(rgb);
  for (let y = 300; y < 330; y++)
    changed.fill(20, 3 * (y * size.widthPx + 140), 3 * (y * size.widthPx + 180));
  return { ...size, rgb: changed };
};

it("finds no difference between a picture and itself", async () => {
  const comparison = await compare(good, good);
  if ("misfit" in comparison) throw new Error(comparison.misfit);
  expect(comparison.meanSsim).toBeCloseTo(1, 4);
  expect(comparison.maximum).toBeLessThan(1e-3);
  expect(comparison.pose.scale).toBeCloseTo(1, 4);
});

it("shows a planted defect where it is, and nothing else as strong", async () => {
  const comparison = await compare(withPatch(good), good);
  if ("misfit" in comparison) throw new Error(comparison.misfit);
  const [first, ...rest] = differenceRegions(comparison, 0.5, good);
  expect(rest).toEqual([]);
  expect(Math.abs((first?.x ?? 0) + (first?.width ?? 0) / 2 - 160)).toBeLessThan(4);
  expect(Math.abs((first?.y ?? 0) + (first?.height ?? 0) / 2 - 315)).toBeLessThan(4);
});

it("compares another part of the product, in the picture's own pixels", async () => {
  const comparison = await compare(await example("test/good/01.jpg"), good);
  expect(comparison).toMatchObject({ score: expect.any(Number), covered: expect.any(Number) });
  if ("misfit" in comparison) throw new Error(comparison.misfit);
  expect(comparison.score).toBeGreaterThan(0.7);
  expect(comparison.maximum).toBeLessThan(2);
});

it("refuses a picture of something else", async () => {
  const rgb = good.rgb.map((_, i) => 128 + 90 * Math.sin(Math.floor(i / 3) / 7) * Math.cos(i / 90000));
  expect(await compare({ ...good, rgb }, good)).toEqual({ misfit: "edges_disagree" });
});

it.each([
  [640, 640, 512, 512],
  [4000, 3000, 512, 384],
  [300, 200, 300, 200],
])("compares %i x %i at %i x %i", (widthPx, heightPx, width, height) => {
  expect(comparedSize({ widthPx, heightPx })).toEqual({ widthPx: width, heightPx: height });
});
