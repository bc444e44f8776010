import { expect, it } from "vitest";
import { auroc } from "./auroc.ts";

it("has no answer, and says why, when one side is empty", () => {
  expect(auroc([], [1])).toEqual({ value: null, reason: "no negative" });
  expect(auroc([1], [])).toEqual({ value: null, reason: "no positive" });
});
