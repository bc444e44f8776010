import { expect, it } from "vitest";
import { publicRecord } from "./recorded-run.ts";
import { sampleRecord } from "./testing/sample-record.ts";

const figures = ["heads", "inspectionMs", "peakMemoryBytes"].map((name) => ({
  name,
  scope: [],
  count: 1,
  value: 1,
}));
const record = sampleRecord({
  settings: { data: "/home/somebody/purse", split: "0.5" },
  figures,
  sections: [{ kind: "note", text: { ko: "", en: "" } }],
  items: [{ id: "somebody.png", result: {} }],
});
const label = { ko: "", en: "" };
const suite = { figures: { heads: { label, unit: "rate" }, inspectionMs: { label, unit: "ms" } } } as const;

it("keeps figures, and neither items nor paths of the machine", () => {
  const kept = publicRecord(record, suite, { hasTimes: true });
  expect(kept).toMatchObject({ settings: { data: "purse", split: "0.5" }, items: [], figures });
});

it("keeps no times of a machine that did other work", () => {
  const kept = publicRecord(record, suite, { hasTimes: false });
  expect(kept.figures.map(({ name }) => name)).toEqual(["heads"]);
});
