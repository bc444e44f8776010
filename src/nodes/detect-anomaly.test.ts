import { expect, it } from "vitest";
import type { ViewedImage } from "../domain/inspection.ts";
import type { AnomalyFinding } from "../tools/detect-anomaly.ts";
import type { Toolbox } from "../tools/toolbox.ts";
import { detectAnomalyNode } from "./detect-anomaly.ts";
import { drawingOf } from "./record-inspection.ts";
import { EMPTY_FACTS } from "./testing/empty-facts.ts";

const blob = (digit: string) => `sha256:${digit.repeat(64)}`;
const VIEWS = ["front", "side"] as const;
const imageOf = { front: blob("1"), side: blob("2") };
const pValueOf = { front: 0.4, side: 0.02 };

const findingOf = (view: (typeof VIEWS)[number]): AnomalyFinding => ({
  distance: 3,
  highestGood: 2,
  pValue: pValueOf[view],
  alpha: 0.05,
  references: 30,
  bank: blob("b"),
  map: blob("c"),
  regions: [],
  model: { name: "patch-features", sha256: "0".repeat(64) },
});

const images = VIEWS.map(
  (view): ViewedImage => ({
    view,
    fileName: `${view}.png`,
    image: { id: imageOf[view], widthPx: 64, heightPx: 64, format: "png", sizeBytes: 9, frames: 1 },
  }),
);
const facts = {
  ...EMPTY_FACTS,
  images,
  request: {
    ...EMPTY_FACTS.request,
    images: VIEWS.map((view) => ({ view, fileName: `${view}.png`, id: imageOf[view] })),
  },
  product: {
    id: "board",
    names: { ko: "기판", en: "board" },
    views: [...VIEWS],
    types: [],
    alpha: 0.05,
    createdAt: "2026-01-01T00:00:00.000Z",
  },
};

it("draws the regions of the most suspicious view on that view's picture", async () => {
  const detectAnomaly = async ({ view }: { view: string }) => findingOf(view === "side" ? "side" : "front");
  // The node calls this one tool only.
  const learned = await detectAnomalyNode({ tools: { detectAnomaly } as unknown as Toolbox } as never)(
    facts,
    {},
  );
  expect(learned.images?.map(({ view }) => view)).toEqual(["side", "front"]);
  expect(learned.evidence?.[0]).toMatchObject({ id: "A1", pValue: 0.02 });
  expect(drawingOf({ ...facts, ...learned } as typeof facts).image).toBe(imageOf.side);
});
