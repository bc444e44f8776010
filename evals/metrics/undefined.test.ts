import { expect, it } from "vitest";
import { confusionOf, macroF1Of } from "./confusion.ts";
import { plcc, srcc } from "./correlation.ts";
import { f1Of, NO_COUNTS, precisionOf, recallOf } from "./counts.ts";
import { boxesOnNothing, recallAtFalseBoxes } from "./false-boxes.ts";
import { mapAt, mapOverIous } from "./mean-average-precision.ts";
import { macroF1, microF1 } from "./multi-label.ts";
import { averagePrecision, f1Max } from "./operating-points.ts";
import { aupro, pixelAuroc, pixelF1Max } from "./pixel-metrics.ts";
import { clopperPearson, wilson } from "./rate-interval.ts";
import { meanAveragePrecision, recallAt } from "./retrieval.ts";
import { emptyHistogram, histogramOf } from "./score-histogram.ts";

const size = { widthPx: 2, heightPx: 2 };
const pixels = { ...size, scores: Float32Array.of(0, 1, 2, 3) };

it.each([
  { of: "average precision without a positive", found: averagePrecision([1], []) },
  { of: "the best F1 without a positive", found: f1Max([1], []) },
  { of: "precision where nothing was found", found: precisionOf(NO_COUNTS) },
  { of: "recall where there is nothing", found: recallOf(NO_COUNTS) },
  { of: "F1 of nothing", found: f1Of(NO_COUNTS) },
  { of: "a correlation of one pair", found: plcc([1], [1]) },
  { of: "a correlation with what never changes", found: srcc([1, 2, 3], [4, 4, 4]) },
  { of: "the macro F1 of no answer", found: macroF1Of(confusionOf([])) },
  { of: "micro F1 of silence", found: microF1([{ truth: [], said: [] }]) },
  { of: "macro F1 of silence", found: macroF1([{ truth: [], said: [] }]) },
  { of: "recall@k without anything to find", found: recallAt([{ label: "a", found: ["b"] }], 1) },
  { of: "mAP without a query", found: meanAveragePrecision([]) },
  { of: "mAP without a true box", found: mapAt([{ truth: [], found: [] }], 0.5) },
  { of: "mAP over overlaps without a picture", found: mapOverIous([]) },
  {
    of: "recall at false boxes without a true box",
    found: recallAtFalseBoxes([], { iouAtLeast: 0.5, falseBoxes: 1 }),
  },
  { of: "pixel AUROC of no picture", found: pixelAuroc(emptyHistogram()) },
  {
    of: "pixel AUROC with an empty mask",
    found: pixelAuroc(histogramOf({ ...pixels, mask: new Uint8Array(4) })),
  },
  {
    of: "pixel AUROC of defects only",
    found: pixelAuroc(histogramOf({ ...pixels, mask: new Uint8Array(4).fill(1) })),
  },
  { of: "AUPRO without a region", found: aupro(histogramOf(pixels)) },
  { of: "pixel F1 without a defect", found: pixelF1Max(histogramOf(pixels)) },
])("there is no $of, and a reason says why", ({ found }) => {
  expect(found).toEqual({ value: null, reason: expect.stringMatching(/\w/) });
});

it("refuses a rate of nothing", () => {
  expect(() => wilson(0, 0)).toThrow(RangeError);
  expect(() => clopperPearson(2, 1)).toThrow(RangeError);
});

it("counts boxes where there is nothing", () => {
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const found = [{ box, label: "a", score: 1 }];
  const pictures = [
    { truth: [], found: [] },
    { truth: [], found },
    { truth: [{ box, label: "a" }], found },
  ];
  expect(boxesOnNothing(pictures)).toEqual({ pictures: 2, withBoxes: 1, boxes: 1 });
});
