import { expect, it } from "vitest";
import { createRandom } from "../../../scripts/casting/random.ts";
import { jointNull } from "./joint-null.ts";

const NAMES = ["wide", "narrow", "high"];
const draw = (seed: number, count: number): Record<string, number[]> => {
  const { uniform } = createRandom(seed, "scores");
  const scores = () => Array.from({ length: count }, () => uniform(0, 1));
  return {
    wide: scores().map((score) => 10 * score),
    narrow: scores().map((score) => score / 10),
    high: scores().map((score) => 100 + score),
  };
};

it("keeps the rate of good pictures with any box, however many names are asked", () => {
  let boxes = 0;
  const pictures = 2000;
  for (let trial = 0; trial < 20; trial++) {
    const none = jointNull(draw(trial, 99), { names: NAMES, alpha: 0.05 });
    const tested = draw(1000 + trial, pictures);
    for (let i = 0; i < pictures; i++)
      if (NAMES.some((name) => (tested[name]?.[i] ?? 0) > none.threshold(name))) boxes++;
  }
  expect(boxes / (20 * pictures)).toBeGreaterThan(0.03);
  expect(boxes / (20 * pictures)).toBeLessThan(0.07);
});

it("lets nothing pass that a good picture shows while there are too few of them", () => {
  const good = draw(1, 5);
  const none = jointNull(good, { names: ["wide"], alpha: 0.05 });
  expect(none.threshold("wide")).toBeCloseTo(Math.max(...(good.wide ?? [])));
});

it("takes anything for more where good pictures score nothing", () => {
  const none = jointNull({ car: [0, 0, 0] }, { names: ["car"], alpha: 0.3 });
  expect(none.threshold("car")).toBe(0);
  expect(none.pValue("car", 0.5)).toBe(0.25);
  expect(none.pValue("car", 0)).toBe(1);
});
