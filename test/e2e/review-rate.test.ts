// What a second reader does to good parts: the anomaly test fails about alpha of them, the search for similar
// cases sends about alpha to review, both together touch no more than about the sum. Many products, each with
// its own bank and its own known cases, and good parts drawn from the same distribution as the references.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pMap from "p-map";
import { afterAll, beforeAll, expect, it } from "vitest";
import { rateByGroups } from "../../evals/metrics/interval.ts";
import { createRandom } from "../../scripts/casting/random.ts";
import type { Box } from "../../src/domain/region.ts";
import { JobPool } from "../../src/inference/job-pool.ts";
import { createModelStore } from "../../src/inference/model-store.ts";
import { packageRoot } from "../../src/package-root.ts";
import { buildBank, encodeBank } from "../../src/vision/patch-memory/build-bank.ts";
import { pValueOf } from "../../src/vision/patch-memory/conformal.ts";
import { operatorsOf } from "../../src/vision/patch-memory/extract-patches.ts";
import { strongestSpot } from "../../src/vision/patch-memory/regions.ts";
import { scorePicture } from "../../src/vision/patch-memory/score-picture.ts";
import type { Picture } from "../../src/vision/picture.ts";
import { partInput } from "../../src/vision/similarity/crop.ts";
import { embedParts } from "../../src/vision/similarity/embed.ts";
import { nearnessPValue } from "../../src/vision/similarity/nearness.ts";
import { drawPart } from "./drawn/part.ts";

const ALPHA = 0.05;
const [PRODUCTS, REFERENCES, CASES, TESTED] = [16, 30, 6, 80];

const models = createModelStore(join(packageRoot(), "models"));
const operators = operatorsOf(models);
const model = await models.features("patch-features");
const jobs = new JobPool();
let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gumsa-review-rate-"));
});
afterAll(async () => {
  await jobs[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

it("sends good parts to review at the promised rate, and fails no more of them", async () => {
  const tested: Outcome[][] = [];
  for (let product = 0; product < PRODUCTS; product++) tested.push(await verdictsOf(product));
  const rateOf = (verdict: "fail" | "review") => {
    const groups = tested.map((verdicts) => ({
      hits: verdicts.filter((other) => other === verdict).length,
      count: verdicts.length,
    }));
    const { uniform } = createRandom(7, verdict);
    return rateByGroups(groups, () => uniform(0, 1));
  };
  const [failed, reviewed] = [rateOf("fail"), rateOf("review")];
  console.log(
    `good parts at alpha ${ALPHA}, ${PRODUCTS} products with ${REFERENCES} references and ${CASES} cases: ` +
      `failed ${percent(failed)}, sent to review ${percent(reviewed)} of ${PRODUCTS * TESTED}`,
  );
  expect(failed.low).toBeLessThanOrEqual(ALPHA);
  expect(reviewed.low).toBeLessThanOrEqual(ALPHA);
  expect(failed.rate + reviewed.rate).toBeLessThanOrEqual(3 * ALPHA);
  expect(reviewed.rate).toBeGreaterThan(0.005);
});

type Outcome = "fail" | "review" | "pass";

/** As the verdict table weighs them: the anomaly test first. */
const verdictsOf = async (product: number): Promise<Outcome[]> => {
  const pictures = Array.from({ length: REFERENCES }, (_, part) => ({
    id: `reference-${String(part).padStart(3, "0")}`,
    input: drawPart({ product, part }),
  }));
  const built = await buildBank({ pictures, model, operators, jobs });
  const bank = { id: `bank ${product}`, path: join(folder, `${product}.safetensors`) };
  await writeFile(bank.path, encodeBank(built));
  const describe = (picture: Picture, box: Box) => describePicture(picture, box, bank);
  const cases = await pMap(indices(CASES), (number) => {
    const part = drawPart({ product, part: 10_000 + number });
    const box = { x: 15 + 9 * number, y: 60 - 7 * number, width: 12, height: 12 };
    return describe(withSpot(part, box), box);
  });
  const nearnessOf = (vectors: readonly Float32Array[]): number[] =>
    vectors.map((vector) => Math.max(...cases.flat().map((known) => cosine(vector, known))));
  const good = await pMap(pictures, async ({ input }, i) =>
    nearnessOf(await describe(input, built.spots[i] ?? { x: 0, y: 0, width: 96, height: 96 })),
  );
  return pMap(
    indices(TESTED),
    async (number): Promise<Outcome> => {
      const input = drawPart({ product, part: REFERENCES + number });
      const map = await jobs.do(scorePicture, { input, model, operators, bank });
      if (pValueOf(map.maximum, built.leftOutScores) <= ALPHA) return "fail";
      const own = nearnessOf(await describe(input, strongestSpot(map, input)));
      return nearnessPValue(own, good) <= ALPHA ? "review" : "pass";
    },
    { concurrency: 2 * jobs.size },
  );
};

/** The whole picture and the part in the box. */
const describePicture = async (input: Picture, box: Box, bank: { id: string; path: string }) => {
  const parts = [{ input }, await partInput(input, box, model.card.input)];
  return jobs.do(embedParts, { parts, model, operators, bank });
};

const withSpot = (picture: Picture, { x, y, width, height }: Box): Picture => {
  const rgb = picture.rgb.slice();
  for (let row = y; row < y + height; row++) {
    rgb.fill(20, 3 * (row * picture.widthPx + x), 3 * (row * picture.widthPx + x + width));
  }
  return { ...picture, rgb };
};

const indices = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
const cosine = (a: Float32Array, b: Float32Array): number =>
  Math.max(
    0,
    a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0),
  );
const percent = ({ rate, low, high }: { rate: number; low: number; high: number }): string =>
  `${(100 * rate).toFixed(1)} % (${(100 * low).toFixed(1)} to ${(100 * high).toFixed(1)})`;
