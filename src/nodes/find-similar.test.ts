import { expect, it } from "vitest";
import type { SimilarityFinding } from "../tools/find-similar.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { findSimilarNode } from "./find-similar.ts";
import type { InspectionFacts } from "./node.ts";
import { EMPTY_FACTS } from "./testing/empty-facts.ts";

const image = `sha256:${"1".repeat(64)}`;
const good = [{ image, similarity: 0.8, fileName: "good.jpg" }];
const similarity = { cases: 2, similarity: 0.9, pValue: 0.5, alpha: 0.05, references: 30 };
const finding = (changes: Partial<SimilarityFinding> = {}): SimilarityFinding => ({
  similarity,
  cases: [],
  good,
  anomaly: { pValue: 0.4, distance: 1, regions: 0 },
  ...changes,
});
const product: InspectionFacts["product"] = {
  id: "board",
  names: { ko: "기판", en: "board" },
  views: ["front"],
  types: [],
  alpha: 0.05,
  createdAt: "2026-01-01T00:00:00.000Z",
};

const read = (findings: readonly SimilarityFinding[], facts: Partial<InspectionFacts> = {}) => {
  const rest = [...findings];
  const findSimilar = async () => rest.shift() ?? finding();
  const images = findings.map((_, i) => ({ view: `view-${i}`, fileName: "part.png", id: image }));
  const asked = { ...EMPTY_FACTS, product, request: { ...EMPTY_FACTS.request, images }, ...facts };
  // The node calls this one tool only.
  return findSimilarNode({ tools: { findSimilar } as unknown as Toolbox })(asked, {});
};

it("names the nearest good picture, also of a product without cases", async () => {
  const nearestGood = good[0];
  expect(await read([finding()])).toMatchObject({ nearestGood, readers: { findSimilar: { status: "ran" } } });
  expect(await read([finding({ similarity: null })])).toEqual({
    nearestGood,
    evidence: [],
    readers: { findSimilar: { status: "skipped", reason: "no cases registered" } },
  });
});

it("is skipped without a product", async () => {
  expect(await read([finding()], { product: null })).toEqual({
    readers: { findSimilar: { status: "skipped", reason: "no product was named" } },
  });
});

it("speaks for the view whose regions are reported, else for the one nearest to a case", async () => {
  const near = finding({ similarity: { ...similarity, pValue: 0.04, cases: 3 } });
  const suspicious = finding({ anomaly: { pValue: 0.03, distance: 9, regions: 1 } });
  expect((await read([near, suspicious])).evidence?.[0]).toMatchObject({ id: "S0", cases: 2 });
  expect((await read([finding(), near])).evidence?.[0]).toMatchObject({ id: "S0", cases: 3 });
});
