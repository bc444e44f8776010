import { expect, it } from "vitest";
import { type CaptureResult, scoreCapture } from "./score.ts";

const graded = (
  truth: readonly (readonly [kind: string, severity: number])[],
  said: readonly (readonly [kind: string, severity: number])[],
  more: Partial<CaptureResult> = {},
): CaptureResult => ({
  truth: truth.map(([kind, severity]) => ({ kind, severity })),
  said: said.map(([kind, severity]) => ({ kind, severity })),
  grade: "usable",
  isVisible: true,
  ...more,
});

const results = [
  graded([["noise", 1]], [["noise", 0.2]]),
  graded(
    [["noise", 3]],
    [
      ["shot_noise", 0.5],
      ["noise", 0.4],
    ],
  ),
  graded([["haze", 5]], [["noise", 0.9]]),
  graded([["desaturation", 5]], [], { isVisible: false }),
  graded(
    [
      ["noise", 2],
      ["haze", 2],
    ],
    [
      ["noise", 0.5],
      ["haze", 0.4],
    ],
  ),
  graded(
    [
      ["noise", 2],
      ["motion_blur", 2],
    ],
    [
      ["noise", 0.5],
      ["glare", 0.1],
    ],
  ),
  graded([], []),
  graded([], [["noise", 0.1]], { grade: "limited" }),
];

const figureOf = (name: string, ...scope: string[]) =>
  scoreCapture(results.map((result, i) => ({ id: String(i), result }))).find(
    (one) => one.name === name && one.scope.join() === scope.join(),
  );

it("asks the worst one that is named for kind and family, and all of them for the kind", () => {
  expect(figureOf("kindTop1")).toMatchObject({ hits: 1, count: 3 });
  expect(figureOf("familyTop1")).toMatchObject({ hits: 2, count: 3 });
  expect(figureOf("kindNamed")).toMatchObject({ hits: 2, count: 3 });
  expect(figureOf("kindTop1", "kinds", "noise")).toMatchObject({ hits: 1, count: 2 });
  expect(figureOf("kindTop1", "severities", "5")).toMatchObject({ hits: 0, count: 1 });
});

it("follows the true severity by the worst that is said", () => {
  expect(figureOf("severitySrcc")).toMatchObject({ value: 1 });
});

it("leaves out a change that does not show", () => {
  expect(figureOf("invisible")).toMatchObject({ value: 1, count: 8 });
});

it("scores two at once, and what is said of clean pictures", () => {
  expect(figureOf("two.bothNamed")).toMatchObject({ hits: 1, count: 2 });
  expect(figureOf("two.microF1")?.value).toBeCloseTo(6 / 8, 12);
  expect(figureOf("clean.falseAlarms")).toMatchObject({ hits: 1, count: 2 });
  expect(figureOf("clean.held")).toMatchObject({ hits: 1, count: 2 });
});
