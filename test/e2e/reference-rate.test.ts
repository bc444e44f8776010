// What the comparison with the nearest good picture does to good parts, through the whole of Gumsa: it sends
// about alpha of them to review. Each product has its own bank and null; parts and references are drawn alike.
import pMap from "p-map";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Group, rateByGroups } from "../../evals/metrics/interval.ts";
import { createRandom } from "../../scripts/casting/random.ts";
import { isBeyondItsNull } from "../../src/domain/evidence.ts";
import { drawPart } from "./drawn/part.ts";
import { openInspector, type TemporaryInspector } from "./testing/inspector.ts";

const ALPHA = 0.05;
const [PRODUCTS, REFERENCES, TESTED] = [8, 30, 40];

let gumsa: TemporaryInspector;
beforeAll(async () => {
  gumsa = await openInspector();
});
afterAll(() => gumsa[Symbol.asyncDispose]());

it("sends good parts to review at the promised rate", async () => {
  const groups: Group[] = [];
  for (let product = 0; product < PRODUCTS; product++) groups.push(await disagreements(product));
  const { uniform } = createRandom(7, "reference");
  const rate = rateByGroups(groups, () => uniform(0, 1));
  const compared = groups.reduce((sum, { count }) => sum + count, 0);
  console.log(
    `good parts at alpha ${ALPHA}, ${PRODUCTS} products with ${REFERENCES} references: ` +
      `${percent(rate.rate)} (${percent(rate.low)} to ${percent(rate.high)}) of ${compared} compared ones differ beyond the null`,
  );
  expect(compared).toBeGreaterThan((PRODUCTS * TESTED) / 2);
  expect(rate.low).toBeLessThanOrEqual(ALPHA);
});

/** Of the parts that could be laid over their reference, those that differ beyond the null. */
const disagreements = async (product: number): Promise<Group> => {
  const { inspector } = gumsa;
  const id = `drawn-${product}`;
  const pictureOf = async (part: number) => ({ fileName: `${part}.png`, bytes: await png(product, part) });
  const good = Array.from({ length: REFERENCES }, (_, part) => ({
    fileName: `${part}.png`,
    read: () => png(product, part),
  }));
  await inspector.products.add({ id, good });
  const parts = Array.from({ length: TESTED }, (_, i) => REFERENCES + i);
  const inspected = await pMap(
    parts,
    async (part) => inspector.inspect({ images: [await pictureOf(part)], product: id }),
    { concurrency: inspector.workers },
  );
  const compared = inspected.filter(({ readers }) => readers.compareReference?.status === "ran");
  return {
    hits: compared.filter(({ evidence }) => evidence.some(isBeyondItsNull)).length,
    count: compared.length,
  };
};

const png = (product: number, part: number): Promise<Buffer> => {
  const { rgb, widthPx, heightPx } = drawPart({ product, part });
  return sharp(rgb, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .png()
    .toBuffer();
};

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
