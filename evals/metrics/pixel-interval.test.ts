import { expect, it } from "vitest";
import { bootstrapInterval } from "./bootstrap.ts";
import { createPixelDraws } from "./pixel-interval.ts";
import { pixelAuroc } from "./pixel-metrics.ts";
import { seededRandom } from "./random.ts";
import { emptyHistogram, histogramOf, pool, type ScoreHistogram } from "./score-histogram.ts";

const size = { widthPx: 24, heightPx: 24 };

/** Pictures whose defects stand out by a different amount each. */
const pictures: ScoreHistogram[] = Array.from({ length: 10 }, (_, picture) => {
  const random = seededRandom(8, `picture ${picture}`);
  const lift = 0.6 * random();
  const mask = Uint8Array.from({ length: 576 }, (_, i) => (i % 24 < 6 ? 1 : 0));
  return histogramOf({ ...size, mask, scores: Float32Array.from(mask, (on) => 0.1 + random() + lift * on) });
});

it("agrees with a bootstrap that keeps every picture", () => {
  const draws = createPixelDraws(1);
  for (const [i, histogram] of pictures.entries()) draws.add(histogram, String(i));
  const streamed = draws.interval(pixelAuroc);
  const whole = (drawn: readonly ScoreHistogram[]) =>
    pixelAuroc(drawn.reduce((sum, histogram) => pool(sum, histogram), emptyHistogram()));
  const kept = bootstrapInterval(pictures, whole, { seed: 1, draws: 40 });
  expect(streamed?.units).toBe(10);
  expect(Math.abs((streamed?.low ?? 0) - (kept?.low ?? 1))).toBeLessThan(0.04);
  expect(Math.abs((streamed?.high ?? 0) - (kept?.high ?? 1))).toBeLessThan(0.04);
});

it("is the same in any order, and absent where all pictures are of one group", () => {
  const intervalOf = (order: readonly ScoreHistogram[], groupOf: (histogram: ScoreHistogram) => string) => {
    const draws = createPixelDraws(2);
    for (const histogram of order) draws.add(histogram, groupOf(histogram));
    return draws.interval(pixelAuroc);
  };
  const own = (histogram: ScoreHistogram) => String(pictures.indexOf(histogram));
  const forwards = intervalOf(pictures, own);
  const backwards = intervalOf(pictures.toReversed(), own);
  expect(backwards?.low).toBeCloseTo(forwards?.low ?? 0, 9);
  expect(intervalOf(pictures, () => "one sheet")).toBeUndefined();
});
