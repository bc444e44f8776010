import { beforeAll, describe, expect, it } from "vitest";
import { CaptureGrade, DEGRADATIONS, type DegradationKind } from "../../domain/capture-grade.ts";
import { CAPTURE_ADVICE } from "./advice.ts";
import { degrade, randomOf } from "./degrade.fixture.ts";
import { drawPart } from "./drawn-part.fixture.ts";
import { gradeCapture } from "./grade.ts";
import { type CaptureStatistics, measureCapture, STATISTIC_NAMES } from "./statistics.ts";
import type { CaptureBaseline } from "./usual.ts";

const baselineOf = (pictures: readonly CaptureStatistics[]): CaptureBaseline =>
  Object.fromEntries(STATISTIC_NAMES.map((name) => [name, pictures.map((picture) => picture[name])]));

const goodParts = Array.from({ length: 12 }, (_, seed) => measureCapture(drawPart({ seed })));
const baseline = baselineOf(goodParts);

const gradesOf = (kind: DegradationKind): Promise<CaptureGrade[]> =>
  Promise.all(
    [2, 3, 4, 5].map(async (level) => {
      const part = await degrade(drawPart({ seed: 100 }), kind, { level, random: randomOf(level) });
      return gradeCapture(measureCapture(part), { baseline });
    }),
  );

describe.each(DEGRADATIONS)("gradeCapture on %s", (kind) => {
  let grades: CaptureGrade[];
  beforeAll(async () => {
    grades = await gradesOf(kind);
  });

  it("names it as the worst from strength 2 of 5", () => {
    expect(grades.map(({ degradations }) => degradations[0]?.kind)).toEqual([kind, kind, kind, kind]);
  });

  it("grades a stronger one as worse", () => {
    const severities = grades.map(({ degradations }) => degradations[0]?.severity ?? 0);
    expect(severities).toEqual([...severities].sort((a, b) => a - b));
    expect(new Set(severities).size).toBeGreaterThan(1);
  });

  it("shows the statistic beside what is usual, and validates", () => {
    expect(CaptureGrade.parse(grades[3])).toEqual(grades[3]);
    expect(grades[3]?.degradations[0]?.usual).toBeDefined();
  });

  it("has advice in both languages", () => {
    expect(CAPTURE_ADVICE[kind].advice.ko).toMatch(/[가-힣]/);
    expect(CAPTURE_ADVICE[kind].advice.en).toMatch(/\.$/);
  });
});

describe("gradeCapture", () => {
  it("finds nothing on further good parts of the product", () => {
    const found = Array.from({ length: 20 }, (_, index) => drawPart({ seed: 200 + index })).flatMap(
      (part) => gradeCapture(measureCapture(part), { baseline }).degradations,
    );
    expect(found).toEqual([]);
  });

  it("takes a soft product for usual when its good pictures are soft", async () => {
    const soft = await Promise.all(
      Array.from({ length: 10 }, async (_, seed) =>
        measureCapture(
          await degrade(drawPart({ seed }), "defocus_blur", { level: 3, random: randomOf(seed) }),
        ),
      ),
    );
    const [first, ...others] = soft;
    if (!first) throw new Error("no picture");
    expect(gradeCapture(first, {}).degradations[0]?.kind).toBe("defocus_blur");
    expect(gradeCapture(first, { baseline: baselineOf(others) }).degradations).toEqual([]);
  });

  it("grades against pictures in general, and says so, when there are no good ones", () => {
    const [part] = goodParts;
    if (!part) throw new Error("no picture");
    expect(gradeCapture(part, {})).toEqual({ grade: "usable", degradations: [], references: 0 });
    expect(gradeCapture(part, { baseline: { noiseSigma: [1, 2] } }).references).toBe(0);
  });

  it("calls a hopeless picture unusable and a slightly soft one usable or limited", async () => {
    const gradeAt = async (level: number): Promise<string> => {
      const part = await degrade(drawPart({ seed: 100 }), "defocus_blur", { level, random: randomOf(1) });
      return gradeCapture(measureCapture(part), { baseline }).grade;
    };
    expect(await gradeAt(5)).toBe("unusable");
    expect(["usable", "limited"]).toContain(await gradeAt(1));
  });
});
