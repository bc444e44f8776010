import { expect, it } from "vitest";
import { type BoxesResult, scoreBoxes } from "./score.ts";

const box = { x: 0, y: 0, width: 10, height: 10 };
const far = { x: 50, y: 50, width: 10, height: 10 };
const found = (finder: string, ...boxes: { x: number; y: number; width: number; height: number }[]) => ({
  finder,
  boxes: boxes.map((one, i) => ({ box: one, label: "defect", score: 1 - i / 10 })),
});

const results: BoxesResult[] = [
  { truth: [{ box, label: "open" }], found: [found("anomaly", box), found("reference", far)] },
  { truth: [{ box, label: "short" }], found: [found("anomaly", far), found("reference", box)] },
  { truth: [], found: [found("anomaly", far, box)] },
  { truth: [], found: [found("anomaly")] },
];

const figureOf = (name: string, ...scope: string[]) =>
  scoreBoxes(results.map((result, i) => ({ id: String(i), result }))).find(
    (one) => one.name === name && one.scope.join() === scope.join(),
  );

it("scores each finder on the pictures that it was asked of, whatever the labels", () => {
  expect(figureOf("map50", "finders", "anomaly")).toEqual({
    ...figureOf("map50"),
    scope: ["finders", "anomaly"],
  });
  expect(figureOf("recallAtFalseBoxes.half", "finders", "reference")).toMatchObject({ value: 0.5, count: 2 });
  expect(figureOf("emptyWithBoxes", "finders", "reference")).toMatchObject({ value: null, count: 0 });
});

it("counts what is found where there is nothing", () => {
  expect(figureOf("emptyWithBoxes")).toMatchObject({ hits: 1, count: 2, value: 0.5 });
  expect(figureOf("emptyBoxes")).toMatchObject({ value: 1, count: 2 });
});
