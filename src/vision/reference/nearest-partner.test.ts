import { expect, it } from "vitest";
import { nearestOther } from "./nearest-partner.ts";

const vectors = [
  [1, 0],
  [0, 1],
  [0.8, 0.6],
  [0.6, 0.8],
].map((vector) => Float32Array.from(vector));

it.each([
  [0, 2],
  [1, 3],
  [2, 3],
  [3, 2],
])("pairs vector %i with %i", (index, partner) => {
  expect(nearestOther(vectors, index)).toBe(partner);
});

it("needs another one", () => {
  expect(() => nearestOther(vectors.slice(0, 1), 0)).toThrow(RangeError);
});
