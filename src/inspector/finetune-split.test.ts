import { expect, it } from "vitest";
import type { Inspection } from "../domain/inspection.ts";
import { blobId, sampleInspection } from "../store/testing/samples.ts";
import { splitOf } from "./finetune-split.ts";

const of = (product: string, picture: number): Inspection => {
  const inspection = sampleInspection(picture, { product });
  const images = inspection.images.map((viewed) => ({
    ...viewed,
    image: { ...viewed.image, id: blobId(picture) },
  }));
  return { ...inspection, images };
};

it("keeps whole products apart, about one in five for testing, whatever the order", () => {
  const products = Array.from({ length: 20 }, (_, index) => `product-${index}`);
  const inspections = products.flatMap((product, index) => [
    of(product, 2 * index),
    of(product, 2 * index + 1),
  ]);
  const split = splitOf(inspections);
  const sides = new Map(inspections.map((inspection) => [inspection.product, split(inspection)]));
  expect([...sides.values()].filter((side) => side === "test")).toHaveLength(4);
  for (const inspection of inspections) expect(split(inspection)).toBe(sides.get(inspection.product));
  const again = splitOf(inspections.toReversed());
  for (const inspection of inspections) expect(again(inspection)).toBe(split(inspection));
});

it("keeps nothing back of a single product", () => {
  expect(splitOf([of("one", 1)])(of("one", 1))).toBe("train");
});

it("leaves a picture that was trained on out of the test", () => {
  const inspections = [of("one", 1), of("two", 1)];
  const split = splitOf(inspections);
  expect(inspections.map(split).toSorted()).toEqual(["train", undefined]);
});
