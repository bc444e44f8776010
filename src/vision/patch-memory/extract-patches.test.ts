import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { createBench } from "../../inference/bench.ts";
import { createModelStore } from "../../inference/model-store.ts";
import { packageRoot } from "../../package-root.ts";
import { noise } from "../testing-pictures.fixture.ts";
import { extractPatches, operatorsOf } from "./extract-patches.ts";

const tests = join(packageRoot(), "test");
const { dinov2 } = JSON.parse(readFileSync(join(tests, "reference/standard-pack.json"), "utf8"));

it("takes the patches of a transformer as they are, without its class token", async () => {
  const models = createModelStore(join(tests, "models"));
  const model = await models.features("tiny-dinov2");
  const grid = await extractPatches(noise(56, 42), { model, operators: operatorsOf(models) }, createBench());
  expect([grid.rows, grid.columns, ...grid.patches.dims]).toEqual([3, 4, 12, 8]);
  dinov2.exact.flat().forEach((value: number, i: number) => {
    expect(grid.patches.data[i]).toBeCloseTo(value, 4);
  });
});
