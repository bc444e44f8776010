import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createBench } from "../../inference/bench.ts";
import { createModelStore } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import { comparisonOperatorsOf } from "./compare-pictures.ts";
import { mapSimilarity, meanSimilarity } from "./ssim-map.ts";

interface Values {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly picture: readonly number[];
  readonly reference: readonly number[];
  readonly mean: number;
  readonly map: readonly number[];
}

const values: Values = JSON.parse(readFileSync(join(packageRoot(), "test/reference/ssim.json"), "utf8"));
const { ssim } = comparisonOperatorsOf(createModelStore(join(packageRoot(), "models")));
const machine = { operator: ssim, bench: createBench() };
const size = { widthPx: values.widthPx, heightPx: values.heightPx };
const planeOf = (numbers: readonly number[]) => ({ ...size, values: Float32Array.from(numbers) });
const everywhere = new Uint8Array(values.picture.length).fill(1);

it("equals scikit-image's structural_similarity, pixel by pixel and in the mean", async () => {
  const planes = { picture: planeOf(values.picture), reference: planeOf(values.reference) };
  const similarity = await mapSimilarity(planes, machine);
  const worst = Math.max(...values.map.map((value, i) => Math.abs(value - similarity[i]!)));
  expect(similarity).toHaveLength(values.map.length);
  expect(worst).toBeLessThan(1e-4);
  expect(Math.abs(meanSimilarity(similarity, size, everywhere) - values.mean)).toBeLessThan(1e-4);
});

it("is 1 where the planes are the same, and the same with the planes exchanged", async () => {
  const [picture, reference] = [planeOf(values.picture), planeOf(values.reference)];
  const same = await mapSimilarity({ picture, reference: picture }, machine);
  const forth = await mapSimilarity({ picture, reference }, machine);
  const back = await mapSimilarity({ picture: reference, reference: picture }, machine);
  expect(Math.min(...same)).toBeGreaterThan(1 - 1e-5);
  expect(Math.max(...forth.map((value, i) => Math.abs(value - back[i]!)))).toBeLessThan(1e-5);
});

it("takes the mean over the marked pixels only", () => {
  const half = new Uint8Array(20 * 20).fill(1, 200);
  const similarity = new Float32Array(20 * 20).fill(0.25, 0, 200).fill(0.75, 200);
  expect(meanSimilarity(similarity, { widthPx: 20, heightPx: 20 }, half)).toBe(0.75);
});
