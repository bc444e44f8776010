import { expect, it } from "vitest";
import { documentOf } from "./document.ts";
import type { RunRecord } from "./record.ts";

it("puts every figure at its own name, also where a product is called as an object's own parts are", () => {
  const at = (scope: string[], name: string, value: number) => ({ scope, name, value, count: 1 });
  const record = {
    suite: "anomaly",
    figures: [
      at([], "imageAuroc", 0.9),
      at([], "falseAlarms.observed", 0.05),
      at(["products", "__proto__"], "imageAuroc", 0.5),
      at(["products", "wood", "types", "hole"], "imageAuroc", 0.7),
    ],
    items: [{ id: "a", result: 1 }],
  } as unknown as RunRecord; // the fields that a document is made of
  const document = documentOf(record);
  expect(JSON.parse(JSON.stringify(document))).toMatchObject({
    suite: "anomaly",
    imageAuroc: 0.9,
    falseAlarms: { observed: 0.05 },
    measured: 1,
  });
  expect(JSON.stringify(document.products)).toBe(
    '{"__proto__":{"imageAuroc":0.5},"wood":{"types":{"hole":{"imageAuroc":0.7}}}}',
  );
});
