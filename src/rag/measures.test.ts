import { expect, it } from "vitest";
import { tellsMeasure } from "./measures.ts";

const isTold = (asked: string, text: string): boolean =>
  tellsMeasure(asked).some((pattern) => pattern.test(text));

it.each([
  ["close", "within 5 mm of the bore"],
  ["size", "a stain up to 25 mm²"],
  ["hot", "between 700 and 730 °C"],
  ["온도", "700~730 °C로 유지"],
  ["럭스", "1,500~2,000 lux인 확산 돔 조명"],
  ["colour", "into the yellow box"],
  ["mm", "두께는 4.0 mm이다"],
  ["cost", "a pad at $12"],
])("is told %s by %j", (asked, text) => {
  expect(isTold(asked, text)).toBe(true);
});

it.each([
  ["cost", "every 4 weeks"],
  ["mm", "30 cm wide"],
  ["hot", "turns by 90°"],
  ["volts", "450 rpm"],
  ["tool", "3 mm"],
])("is not told %s by %j", (asked, text) => {
  expect(isTold(asked, text)).toBe(false);
});
