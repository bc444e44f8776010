import { expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import { labelRegions } from "./label-regions.ts";

const region = {
  x: 1,
  y: 2,
  width: 3,
  height: 4,
  distance: 5,
  pValue: 0.01,
  areaPx: 12,
  supportedBy: ["A1"],
};
const similar = (id: string, asked: number | "whole", caseType: string): Evidence => ({
  id,
  kind: "similar",
  caseId: `casting_${caseType}_001`,
  caseType,
  fileName: "01.jpg",
  similarity: 0.9,
  rank: Number(id.slice(1)) % 3 || 3,
  asked: asked === "whole" ? "whole" : asked,
  matched: "crop",
});

it("labels each region by its own nearest cases and names those that agree", () => {
  const evidence = [
    similar("S1", "whole", "stain"),
    similar("S4", 1, "hole"),
    similar("S5", 1, "burr"),
    similar("S6", 1, "hole"),
    similar("S7", 2, "hole"),
    similar("S8", 2, "burr"),
    similar("S9", 2, "stain"),
  ];
  expect(labelRegions({ regions: [region, region], evidence })).toEqual([
    { ...region, label: "hole", supportedBy: ["A1", "S4", "S6"] },
    region,
  ]);
});

it("leaves regions as they are where no case was asked", () => {
  expect(labelRegions({ regions: [region], evidence: [] })).toEqual([region]);
});
