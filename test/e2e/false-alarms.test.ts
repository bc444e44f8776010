// Is the promised rate of false alarms kept? Many products, each with a bank of its own, and thousands of
// good parts drawn from the same distribution as the references, through the real network and bank.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, expect, it } from "vitest";
import { JobPool } from "../../src/inference/job-pool.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { packageRoot } from "../../src/package-root.ts";
import { buildBank, encodeBank } from "../../src/vision/patch-memory/build-bank.ts";
import { falseAlarmBound, pValueOf } from "../../src/vision/patch-memory/conformal.ts";
import { operatorsOf } from "../../src/vision/patch-memory/extract-patches.ts";
import { scorePicture } from "../../src/vision/patch-memory/score-picture.ts";
import { drawPart } from "./drawn/part.ts";

const ALPHA = 0.05;
const [PRODUCTS, REFERENCES, TESTED] = [40, 30, 100];

const models = createModelStore(join(packageRoot(), "models"));
const operators = operatorsOf(models);
const jobs = new JobPool();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gumsa-false-alarms-"));
});
afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

it("fails good parts at the promised rate, and the stated bound holds", async () => {
  const rates: number[] = [];
  for (let product = 0; product < PRODUCTS; product++) rates.push(await rateOf(product));
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const deviation = Math.sqrt(rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / (rates.length - 1));
  const margin = (1.96 * deviation) / Math.sqrt(rates.length);
  const bound = falseAlarmBound(ALPHA, REFERENCES) ?? 0;
  const within = rates.filter((rate) => rate <= bound).length / rates.length;
  console.log(
    `false alarms at alpha ${ALPHA}, ${PRODUCTS} products with ${REFERENCES} references: ` +
      `${percent(mean)} of ${PRODUCTS * TESTED} good parts (95 % interval ${percent(mean - margin)} to ${percent(mean + margin)}); ` +
      `observed rate within the stated bound of ${percent(bound)} for ${percent(within)} of the products`,
  );
  expect(mean - margin).toBeLessThanOrEqual(ALPHA);
  expect(mean).toBeGreaterThan(0.01);
  expect(within).toBeGreaterThan(0.85); // 95 % of the true rates; an observed one of 100 parts scatters around it
});

const rateOf = async (product: number): Promise<number> => {
  const model = await models.features("patch-features");
  const pictures = Array.from({ length: REFERENCES }, (_, part) => ({
    id: `reference-${part}`,
    input: drawPart({ product, part }),
  }));
  const bank = await buildBank({ pictures, model, operators, jobs });
  const path = join(folder, `${product}.safetensors`);
  await writeFile(path, encodeBank(bank));
  const parts = Array.from({ length: TESTED }, (_, i) => REFERENCES + i);
  const alarms = await pMap(
    parts,
    async (part) => {
      const task = { input: drawPart({ product, part }), model, operators, bank: { id: path, path } };
      const { maximum } = await jobs.do(scorePicture, task);
      return pValueOf(maximum, bank.leftOutScores) <= ALPHA;
    },
    { concurrency: 2 * jobs.size },
  );
  return alarms.filter(Boolean).length / parts.length;
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
