import { expect, it } from "vitest";
import { fuseRanks } from "./fuse.ts";

it.each([
  [
    [["a", "b"], []],
    ["a", "b"],
  ],
  [
    [
      ["a", "b"],
      ["b", "c"],
    ],
    ["b", "a", "c"],
  ],
  [
    [
      ["a", "b", "c"],
      ["c", "a", "b"],
    ],
    ["a", "c", "b"],
  ],
  [
    [["a"], ["b"]],
    ["a", "b"],
  ],
  [[], []],
])("fuses %j into %j", (lists, fused) => {
  expect(fuseRanks(...lists)).toEqual(fused);
});
