// COCO's definition, written down once more in numpy (test/reference/eval_boxes.py).
import { describe, expect, it } from "vitest";
import { iou } from "../../src/domain/region.ts";
import { recallAtFalseBoxes } from "./false-boxes.ts";
import { labelAp, labelsOf, mapAt, mapOverIous } from "./mean-average-precision.ts";
import { boxesReference } from "./testing/reference.ts";

describe.each(boxesReference().cases)("boxes $name", ({ pictures, ...expected }) => {
  it("have COCO's average precision for each label", () => {
    expect(labelsOf(pictures)).toEqual(Object.keys(expected.perLabel));
    for (const [label, value] of Object.entries(expected.perLabel))
      expect(labelAp(pictures, { label, iouAtLeast: 0.5 }).value).toBeCloseTo(value, 9);
  });
  it("have COCO's mean average precision at 0.5 and over all overlaps", () => {
    expect(mapAt(pictures, 0.5).value).toBeCloseTo(expected.map50, 9);
    expect(mapOverIous(pictures).value).toBeCloseTo(expected.map, 9);
  });
  it("have the recall of the numpy definition at fixed wrong boxes a picture", () => {
    for (const [falseBoxes, value] of Object.entries(expected.recallAtFalseBoxes)) {
      const found = recallAtFalseBoxes(pictures, { iouAtLeast: 0.5, falseBoxes: Number(falseBoxes) });
      expect(found.value).toBeCloseTo(value, 9);
    }
  });
});

it("finds no overlap in boxes that only touch", () => {
  const box = { x: 0, y: 0, width: 4, height: 4 };
  expect(iou(box, { ...box, x: 4 })).toBe(0);
  expect(iou(box, { ...box, x: 2 })).toBeCloseTo(1 / 3, 12);
});
