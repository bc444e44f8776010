import { describe, expect, it } from "vitest";
import { afterGrading, afterWeighing } from "./routes.ts";

describe("the routes", () => {
  it("do not read an unusable picture", () => {
    expect(afterGrading({ capture: { grade: "unusable", degradations: [], references: 0 } })).toEqual([
      "weighEvidence",
    ]);
  });

  it("send a limited picture to the readers of the first wave", () => {
    const capture = { grade: "limited", degradations: [], references: 0 } as const;
    expect(afterGrading({ capture: { ...capture, degradations: [] } })).toContain("detectAnomaly");
  });

  it.each([
    ["fail", "consultManual"],
    ["review", "consultManual"],
    ["pass", "writeReport"],
    ["retake", "writeReport"],
  ] as const)("after %s go to %s", (kind, next) => {
    expect(afterWeighing({ verdict: { kind, reasons: ["nothing_found"] } })).toBe(next);
  });
});
