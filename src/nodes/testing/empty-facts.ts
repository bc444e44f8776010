import type { InspectionFacts } from "../node.ts";

/** An inspection of which nothing is known but what was asked. */
export const EMPTY_FACTS: InspectionFacts = {
  request: {
    id: "insp_00000000000000000000",
    createdAt: "2026-01-01T00:00:00.000Z",
    product: null,
    images: [{ view: "front", fileName: "part.png", id: `sha256:${"0".repeat(64)}` }],
    language: "en",
    writer: "rule",
    metadata: {},
  },
  product: null,
  images: [],
  readers: {},
  evidence: [],
  regions: [],
  timingsMs: {},
  versions: {},
};
