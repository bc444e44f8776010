import type { RunRecord } from "../record.ts";

/** Of a run over the suite of coins. */
export const sampleRecord = (changes: Partial<RunRecord> = {}): RunRecord => ({
  format: 1,
  suite: "coins",
  startedAt: "2026-01-01T00:00:00.000Z",
  endedAt: "2026-01-01T00:01:00.000Z",
  gumsa: "0.1.0",
  versions: {},
  dataset: { name: "purse", files: 1, sha256: "0" },
  seed: 1,
  settings: {},
  machine: { processor: "x", cores: 2, memoryBytes: 1, system: "linux x64", node: "20" },
  workers: 2,
  figures: [],
  broken: [],
  sections: [],
  items: [],
  ...changes,
});
