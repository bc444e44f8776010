import { describe, expect, it } from "vitest";
import { histogramOf } from "../../metrics/score-histogram.ts";
import { coarsened, packed, together, unpacked } from "./pixels.ts";
import type { AnomalyResult, MeasuredAnomaly } from "./result.ts";
import { scoreAnomaly } from "./score.ts";

const SIZE = { widthPx: 8, heightPx: 8 };
const MASK = Uint8Array.from({ length: 64 }, (_, i) => (i < 4 ? 1 : 0));

/** Pixels score low but for the first four. */
const pixels = (high: number, mask?: Uint8Array) =>
  packed(
    histogramOf({
      ...SIZE,
      scores: Float32Array.from({ length: 64 }, (_, i) => (i < 4 ? high : 0.1 + i / 1000)),
      mask,
    }),
  );

const picture = (id: string, result: Partial<AnomalyResult>): MeasuredAnomaly => ({
  id,
  result: {
    product: "wood",
    productId: "wood-1",
    type: "good",
    score: 1,
    pValue: 0.5,
    alpha: 0.05,
    isOneOfMany: false,
    threshold: 2,
    durationMs: 10,
    image: "sha256:0",
    ...result,
  },
});

const MEASURED = [
  picture("g1", { score: 1, pixels: pixels(0.1) }),
  picture("g2", { score: 2.1, pValue: 0.04, pixels: pixels(0.2) }),
  picture("h1", { type: "hole", score: 3, pValue: 0.03, pixels: pixels(2, MASK) }),
  picture("h2", { type: "hole", score: 1.5, pValue: 0.3, pixels: pixels(3, MASK) }),
  picture("s1", { type: "scratch", score: 4, pValue: 0.03 }),
];

const at = (figures: ReturnType<typeof scoreAnomaly>, name: string, scope: readonly string[] = []) =>
  figures.find((figure) => figure.name === name && figure.scope.join("/") === scope.join("/"));

describe("the figures of anomaly", () => {
  const figures = scoreAnomaly(MEASURED, { isFolder: false, isDrawn: false });

  it("rank pictures, all of them and by type", () => {
    expect(at(figures, "imageAuroc")).toMatchObject({ value: 5 / 6, count: 5 });
    expect(at(figures, "imageAuroc", ["types", "hole"])).toMatchObject({ value: 3 / 4, count: 4 });
    expect(at(figures, "imageAuroc", ["types", "scratch"])).toMatchObject({ value: 1, count: 3 });
  });

  it("count what fails at the calibrated threshold, defects and good parts apart", () => {
    expect(at(figures, "detected")).toMatchObject({ hits: 2, count: 3 });
    expect(at(figures, "falseAlarms.observed")).toMatchObject({ hits: 1, count: 2, value: 0.5 });
    expect(at(figures, "falseAlarms.promised")).toMatchObject({ value: 0.05, isExact: true });
    expect(at(figures, "f1AtThreshold")?.value).toBeCloseTo(2 / 3, 12);
  });

  it("judge pixels where there are masks, and say so where there are none", () => {
    expect(at(figures, "pixelAuroc")).toMatchObject({ value: expect.closeTo(1, 9), count: 4 });
    expect(at(figures, "aupro")).toMatchObject({ value: expect.closeTo(1, 9), count: 2 });
    expect(at(figures, "pixelAuroc", ["types", "scratch"])).toMatchObject({ value: null, reason: "no mask" });
  });

  it("of a folder stand below each product, and their mean counts each product once", () => {
    const other = MEASURED.map(({ id, result }) =>
      picture(`o${id}`, { ...result, product: "tile", score: result.type === "good" ? 1 : 2 }),
    );
    const both = scoreAnomaly([...MEASURED, ...other], { isFolder: true, isDrawn: false });
    expect(at(both, "imageAuroc", ["products", "tile"])?.value).toBe(1);
    expect(at(both, "imageAuroc", ["mean"])?.value).toBeCloseTo((5 / 6 + 1) / 2, 12);
    expect(at(both, "imageAuroc")).toBeUndefined();
  });

  it("change little with the coarser bins of an interval", () => {
    const drawn = scoreAnomaly(MEASURED, { isFolder: false, isDrawn: true });
    expect(drawn.map(({ name, scope }) => [name, scope])).toEqual(
      figures.map(({ name, scope }) => [name, scope]),
    );
    expect(at(drawn, "pixelAuroc")?.value).toBeCloseTo(at(figures, "pixelAuroc")?.value ?? 0, 2);
  });
});

describe("a picture's packed pixels", () => {
  it("come back as they were", () => {
    const histogram = histogramOf({
      ...SIZE,
      scores: Float32Array.from({ length: 64 }, (_, i) => i / 7),
      mask: MASK,
    });
    const back = together([unpacked(packed(histogram))]);
    expect(back.negatives).toEqual(histogram.negatives);
    expect(back.positives).toEqual(histogram.positives);
    expect(back.regions).toBe(1);
    expect(back.overlap.reduce((sum, part) => sum + part, 0)).toBeCloseTo(1, 5);
  });

  it("keep their counts when bins are joined", () => {
    const sparse = unpacked(pixels(2, MASK));
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    expect(sum(coarsened(sparse, 16).negatives)).toBe(60);
    expect(sum(together([coarsened(sparse, 16)], 16).positives)).toBe(4);
  });
});
