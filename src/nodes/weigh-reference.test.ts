import { describe, expect, it } from "vitest";
import type { Evidence } from "../domain/evidence.ts";
import { weigh } from "../domain/weigh.ts";
import { COMPARED } from "../report/testing/measured.ts";

const map = `sha256:${"a".repeat(64)}`;
const anomaly = (pValue: number): Evidence => ({
  id: "A1",
  kind: "anomaly",
  distance: 1,
  threshold: 2,
  highestGood: 2,
  pValue,
  alpha: 0.05,
  references: 30,
  bank: "bank",
  map,
});
const reference = (pValue: number, choice: "nearest" | "first" | "asked" = "nearest"): Evidence => ({
  ...COMPARED,
  choice,
  pValue,
});
const verdictOf = (...evidence: Evidence[]) => {
  const { kind, reasons } = weigh({
    evidence,
    readers: { detectAnomaly: { status: "ran" } },
    capture: undefined,
  });
  return [kind, ...reasons];
};

describe("a difference from the reference", () => {
  it("asks a person when the anomaly test found nothing", () => {
    expect(verdictOf(anomaly(0.4), reference(0.05))).toEqual(["review", "readers_disagree"]);
  });

  it("passes a part that differs no more than good ones do", () => {
    expect(verdictOf(anomaly(0.4), reference(0.06))).toEqual(["pass", "nothing_found"]);
  });

  it("cannot fail a part, nor save one", () => {
    expect(verdictOf(anomaly(0.05), reference(0.9))).toEqual(["fail", "anomaly_beyond_alpha"]);
    expect(verdictOf(anomaly(0.05), reference(0.03))).toEqual(["fail", "anomaly_beyond_alpha"]);
  });

  it.each(["asked", "first"] as const)(
    "does not count with a reference that was %s, not the nearest",
    (choice) => {
      expect(verdictOf(anomaly(0.4), reference(0.03, choice))).toEqual(["pass", "nothing_found"]);
    },
  );
});
