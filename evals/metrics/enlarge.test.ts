import { expect, it } from "vitest";
import { enlarge } from "./enlarge.ts";

it("runs straight between the samples' centres and holds the edges", () => {
  const map = { rows: 1, columns: 2, distances: Float32Array.of(0, 4) };
  expect([...enlarge(map, { widthPx: 4, heightPx: 1 })]).toEqual([0, 1, 3, 4]);
});

it("leaves a map of the picture's own size as it is", () => {
  const map = { rows: 2, columns: 2, distances: Float32Array.of(1, 2, 3, 4) };
  expect([...enlarge(map, { widthPx: 2, heightPx: 2 })]).toEqual([1, 2, 3, 4]);
});
