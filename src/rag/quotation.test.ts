import { expect, it } from "vitest";
import { standsOnPage } from "./quotation.ts";

it.each([
  ["The melt is wet.", "Causes\nThe melt\n  is wet. More.", true],
  ["수분이 0.3 %를 넘어", "코어의 수분이\n0.3 %를 넘어 주탕", true],
  ["The melt is dry.", "The melt is wet.", false],
  ["the melt", "The melt", false],
  ["0.3 %", "0.35 %", false],
  ["", "The melt", false],
  [" \n", "The melt", false],
])("says whether %j stands on %j", (quotation, page, stands) => {
  expect(standsOnPage(quotation, page)).toBe(stands);
});
