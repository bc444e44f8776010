// Against scikit-learn and a per-region overlap written down from its definition (test/reference/eval_pixels.py).
import { describe, expect, it } from "vitest";
import { aupro, pixelAuroc, pixelF1Max } from "./pixel-metrics.ts";
import { emptyHistogram, histogramOf, pool, type ScoredPixels } from "./score-histogram.ts";
import { pixelsReference } from "./testing/reference.ts";

const { widthPx, heightPx, cases } = pixelsReference();
type Case = (typeof cases)[number];

/** The picture that the reference drew by the same arithmetic. */
const drawn = ({ levels, lift, pictures }: Case, picture: number): ScoredPixels => {
  const mask = new Uint8Array(widthPx * heightPx);
  for (const [left, top, width, height] of pictures[picture] ?? []) {
    for (let y = top; y < top + height; y++) mask.fill(1, y * widthPx + left, y * widthPx + left + width);
  }
  const scores = Float32Array.from(mask, (marked, i) => {
    const [x, y] = [i % widthPx, Math.floor(i / widthPx)];
    const mixed = (x * 7919 + y * 104729 + picture * 1299709) % 9973;
    const level = Math.floor((((mixed * mixed) % 9973) * levels) / 9973);
    return Math.fround(Math.fround(level / levels) + Math.fround(lift) * marked);
  });
  return { widthPx, heightPx, scores, mask };
};

const pooled = (of: Case) =>
  of.pictures.reduce((sum, _, i) => pool(sum, histogramOf(drawn(of, i))), emptyHistogram());

describe.each(cases)("$name", (of) => {
  const histogram = pooled(of);
  it.each([
    { metric: "area under the ROC curve", found: pixelAuroc(histogram), exact: of.pixelAuroc },
    { metric: "per-region overlap up to 0.3", found: aupro(histogram), exact: of.aupro },
    { metric: "per-region overlap over all", found: aupro(histogram, 1), exact: of.auproWhole },
  ])("has the $metric, as exact as it states", ({ found, exact }) => {
    expect(Math.abs((found.value ?? 9) - exact)).toBeLessThanOrEqual((found.errorBound ?? 0) + 1e-9);
  });
  it("has its regions counted over all pictures, and the best F1", () => {
    expect(histogram.regions).toBe(of.regions);
    expect(pixelF1Max(histogram).value).toBeCloseTo(of.f1Max, 2);
  });
});

it("states a bound that is small where scores are fine", () => {
  const [fine] = cases;
  if (!fine) throw new Error("no case");
  expect(pixelAuroc(pooled(fine)).errorBound).toBeLessThan(0.001);
  expect(aupro(pooled(fine)).errorBound).toBeLessThan(0.001);
});

it("refuses scores that do not fit their mask", () => {
  const size = { widthPx: 2, heightPx: 1 };
  expect(() => histogramOf({ ...size, scores: Float32Array.of(1) })).toThrow(RangeError);
  expect(() => histogramOf({ ...size, scores: Float32Array.of(1, Number.NaN) })).toThrow(RangeError);
});
