import { describe, expect, it } from "vitest";
import { compareRuns } from "./compare.ts";
import { comparisonText } from "./comparison-text.ts";
import type { RunRecord } from "./record.ts";
import { coinSuite } from "./testing/coin-suite.ts";
import { sampleRecord } from "./testing/sample-record.ts";

const suite = coinSuite({ items: [], toss: () => true });

const runOf = (heads: readonly boolean[], changes: Partial<RunRecord> = {}): RunRecord =>
  sampleRecord({ items: heads.map((isHead, i) => ({ id: `${i}`, result: { isHead } })), ...changes });

const heads = (of: number, count = 60) => Array.from({ length: count }, (_, i) => i < of);

describe("a comparison of two runs", () => {
  it("calls better what chance would not do", () => {
    const [found] = compareRuns([runOf(heads(20)), runOf(heads(45))], suite).differences;
    expect(found).toMatchObject({ before: 20 / 60, after: 0.75, change: "better" });
    expect(found?.low).toBeGreaterThan(0);
  });

  it("calls worse the same, the other way round", () => {
    const [found] = compareRuns([runOf(heads(45)), runOf(heads(20))], suite).differences;
    expect(found?.change).toBe("worse");
  });

  it("calls noise what one picture makes of it", () => {
    const [found] = compareRuns([runOf(heads(30)), runOf(heads(31))], suite).differences;
    expect(found?.change).toBe("noise");
  });

  it("calls the same what did not move at all", () => {
    const [found] = compareRuns([runOf(heads(30)), runOf(heads(30))], suite).differences;
    expect(found?.change).toBe("same");
  });

  it("leads with how many figures moved, and with what else is not the same", () => {
    const after = runOf(heads(45), { versions: { bank: "b2" } });
    const text = comparisonText(
      compareRuns([runOf(heads(20), { versions: { bank: "b1" } }), after], suite),
      suite,
      "en",
    );
    expect(text).toMatch(/^coins: better 1 \(60 items in common\)\n\nbank: b1 → b2\n\n/);
    expect(text).toMatch(/heads +33\.3 % +75\.0 % +\+41\.7 % +\+\d+\.\d % to \+\d+\.\d % +better/);
  });

  it("pairs items by their names and says which stand alone", () => {
    const after = runOf(heads(3, 4), { dataset: { name: "purse", files: 1, sha256: "1" } });
    const comparison = compareRuns([runOf(heads(3, 6)), after], suite);
    expect(comparison).toMatchObject({ common: 4, onlyBefore: 2, onlyAfter: 0, isSameData: false });
    expect(comparisonText(comparison, suite, "en")).toContain("not the same files");
    expect(comparisonText(comparison, suite, "ko")).toContain("같음");
  });

  it("refuses runs of different suites, and runs without a common item", () => {
    const other = runOf(heads(1), { suite: "dice" });
    expect(() => compareRuns([runOf(heads(1)), other], suite)).toThrow(/coins.*dice/);
    expect(() => compareRuns([runOf(heads(1)), runOf([])], suite)).toThrow(/no item in common/);
  });
});
