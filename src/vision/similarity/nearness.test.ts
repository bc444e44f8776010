import { expect, it } from "vitest";
import { nearnessPValue } from "./nearness.ts";

const good = Array.from({ length: 19 }, (_, i) => [0.5 + i / 100, 0.3 + ((7 * i) % 19) / 100]);

it.each([
  ["far nearer as a whole", [0.95, 0.3], 1 / 20],
  ["far nearer in its strongest spot", [0.5, 0.9], 1 / 20],
  ["farther than any", [0.1, 0.1], 1],
])("gives a picture that is %s its rank among good ones", (_, own, expected) => {
  expect(nearnessPValue(own, good)).toBeCloseTo(expected);
});

it("is no larger than 1 where all are alike", () => {
  expect(
    nearnessPValue(
      [0.5, 0.5],
      [
        [0.5, 0.5],
        [0.5, 0.5],
      ],
    ),
  ).toBe(1);
});

it("is uniform for a picture that is one of the good ones", () => {
  const values = good.map((own, i) =>
    nearnessPValue(
      own,
      good.filter((_, other) => other !== i),
    ),
  );
  const atMost = (alpha: number) => values.filter((value) => value <= alpha).length / values.length;
  for (const alpha of [0.1, 0.25, 0.5, 0.75]) expect(atMost(alpha)).toBeLessThanOrEqual(alpha + 1e-9);
});
