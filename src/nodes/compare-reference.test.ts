import { describe, expect, it } from "vitest";
import type { ReferenceFinding } from "../tools/compare-reference.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { compareReference } from "./compare-reference.ts";
import type { InspectionFacts } from "./node.ts";

const blob = (digit: string) => `sha256:${digit.repeat(64)}`;
const suspicious = {
  ...{ x: 10, y: 10, width: 20, height: 20 },
  ...{ distance: 3, pValue: 0.02, areaPx: 300, supportedBy: ["A1"] },
};
const near = { x: 25, y: 25, width: 10, height: 10, distance: 0.9, pValue: 0.03, areaPx: 80 };
const elsewhere = { ...near, x: 30 };

const findingOf = (regions: ReferenceFinding["regions"]): ReferenceFinding => ({
  image: blob("a"),
  fileName: "01.jpg",
  alignment: { dxPx: 0, dyPx: 0, rotationDegrees: 0, scale: 1, score: 0.9, covered: 1 },
  meanSsim: 0.8,
  distance: 0.9,
  pValue: 0.03,
  alpha: 0.05,
  references: 30,
  ssim: {
    windowPx: 11,
    sigmaPx: 1.5,
    k1: 0.01,
    k2: 0.03,
    range: 255,
    smoothingPx: 4,
    widthPx: 64,
    heightPx: 64,
  },
  map: blob("b"),
  regions,
});

const facts: InspectionFacts = {
  request: {
    id: `insp_${"0".repeat(20)}`,
    createdAt: "2026-01-02T03:04:05Z",
    product: "casting",
    images: [{ view: "front", fileName: "part.jpg", id: blob("c") }],
    language: "en",
    writer: "rule",
    metadata: {},
  },
  product: {
    id: "casting",
    names: { ko: "주조품", en: "casting" },
    views: ["front"],
    types: [],
    alpha: 0.05,
    createdAt: "2026-01-02T03:04:05Z",
  },
  images: [],
  readers: {},
  evidence: [],
  regions: [suspicious],
  timingsMs: {},
  versions: {},
};
const nearestGood = { image: blob("a"), similarity: 0.98, fileName: "01.jpg" };

/** The node with a comparison that finds these regions, and the reference that it was asked for. */
const learn = async (regions: ReferenceFinding["regions"], changes: Partial<InspectionFacts>) => {
  const asked: (string | undefined)[] = [];
  const tools = {
    compareReference: async ({ reference }) => {
      asked.push(reference);
      return findingOf(regions);
    },
  } satisfies Partial<Toolbox>;
  const node = compareReference({ tools: tools as Partial<Toolbox> as Toolbox }); // it calls no other
  const learned = await node({ ...facts, ...changes }, {});
  return { ...learned, asked };
};

describe("the reader that compares with a good picture", () => {
  it("supports a suspicious region that differs too", async () => {
    const { regions, evidence, asked } = await learn([near], { nearestGood });
    expect(regions).toEqual([{ ...suspicious, supportedBy: ["A1", "R1"] }]);
    expect(evidence).toMatchObject([{ id: "R1", choice: "nearest" }]);
    expect(asked).toEqual([nearestGood.image]);
  });

  it("adds a difference that no other reader has seen, after what is known", async () => {
    const { regions } = await learn([elsewhere], { nearestGood });
    expect(regions).toEqual([suspicious, { ...elsewhere, supportedBy: ["R1"] }]);
  });

  it("prefers the picture that was asked for", async () => {
    const request = {
      ...facts.request,
      reference: { kind: "good" as const, image: blob("d"), fileName: "04.jpg" },
    };
    const { evidence, asked } = await learn([], { nearestGood, request });
    expect(evidence).toMatchObject([{ choice: "asked" }]);
    expect(asked).toEqual([blob("d")]);
  });

  it("adds no region of its own where no nearest picture is known", async () => {
    const { regions, evidence } = await learn([elsewhere], {});
    expect(evidence).toMatchObject([{ choice: "first" }]);
    expect(regions).toEqual([suspicious]);
  });

  it("has nothing to compare without a product", async () => {
    expect((await learn([], { product: null })).readers).toEqual({
      compareReference: { status: "skipped", reason: "no product was named" },
    });
  });
});
