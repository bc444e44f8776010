import { describe, expect, it } from "vitest";
import { EMPTY_FACTS } from "../nodes/testing/empty-facts.ts";
import { afterGrading, afterOpinion, afterWeighing } from "./routes.ts";

describe("the routes", () => {
  it("do not read an unusable picture", () => {
    const capture = { grade: "unusable", degradations: [], references: 0 } as const;
    const request = { ...EMPTY_FACTS.request, opinion: "qwen2.5vl:3b" };
    const facts = { capture: { ...capture, degradations: [] }, request };
    expect(afterGrading(facts)).toEqual(["weighEvidence"]);
  });

  it("send a limited picture to the readers of the first wave", () => {
    const capture = { grade: "limited", degradations: [], references: 0 } as const;
    const facts = { ...EMPTY_FACTS, capture: { ...capture, degradations: [] } };
    expect(afterGrading(facts)).toContain("detectAnomaly");
  });

  it("ask for an opinion only where one was asked for", () => {
    const request = { ...EMPTY_FACTS.request, opinion: "qwen2.5vl:3b" };
    const verdict = { kind: "pass", reasons: ["nothing_found" as const] } as const;
    const weighed = { ...EMPTY_FACTS, verdict: { ...verdict, reasons: [...verdict.reasons] } };
    expect(afterWeighing({ ...weighed, request })).toEqual(["describeImage"]);
    expect(afterWeighing(weighed)).toEqual(["writeReport"]);
    const retake = { kind: "retake", reasons: ["capture_unusable" as const] } as const;
    expect(afterWeighing({ request, verdict: { ...retake, reasons: [...retake.reasons] } })).toEqual([
      "writeReport",
    ]);
  });

  it.each([
    ["fail", ["consultManual", "recallHistory"]],
    ["review", ["consultManual", "recallHistory"]],
    ["pass", ["writeReport"]],
    ["retake", ["writeReport"]],
  ] as const)("after %s go to %j", (kind, next) => {
    const verdict = { kind, reasons: ["nothing_found" as const] };
    expect(afterWeighing({ ...EMPTY_FACTS, verdict })).toEqual(next);
    expect(afterOpinion({ verdict })).toEqual(next);
  });
});
