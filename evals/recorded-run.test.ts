import { expect, it } from "vitest";
import type { RunRecord } from "./record.ts";
import { publicRecord } from "./recorded-run.ts";

const figures = ["heads", "inspectionMs", "peakMemoryBytes"].map((name) => ({
  name,
  scope: [],
  count: 1,
  value: 1,
}));
const record: RunRecord = {
  format: 1,
  suite: "coins",
  startedAt: "2026-01-01T00:00:00.000Z",
  endedAt: "2026-01-01T00:01:00.000Z",
  gumsa: "0.1.0",
  versions: {},
  dataset: { name: "purse", files: 1, sha256: "0" },
  seed: 1,
  settings: { data: "/home/somebody/purse", split: "0.5" },
  machine: { processor: "x", cores: 2, memoryBytes: 1, system: "linux x64", node: "20" },
  workers: 2,
  figures,
  broken: [],
  sections: [{ kind: "note", text: { ko: "", en: "" } }],
  items: [{ id: "somebody.png", result: {} }],
};
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
