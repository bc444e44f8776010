import { describe, expect, it } from "vitest";
import { CaptureGrade, DEGRADATIONS, type DegradationKind } from "../../domain/capture-grade.ts";
import type { GraderModel } from "../../inference/model-store.ts";
import { drawPart } from "./drawn-part.fixture.ts";
import { familyOf, type Graded, gradeCapture } from "./grade.ts";
import { lookAt } from "./look.ts";
import { measureCapture } from "./statistics.ts";
import { baselineOf, type Usual, usualOf } from "./usual.ts";

const grader: GraderModel = {
  path: "",
  card: {
    name: "capture-grade",
    version: "1",
    task: "capture-grade",
    file: "",
    sha256: "a".repeat(64),
    sizeBytes: 1,
    licence: "",
    kinds: [...DEGRADATIONS],
    lookSize: 3,
    thresholds: { alone: 0.8, relative: 0.5 },
    limits: "",
    sources: [],
    unverified: [],
  },
};

const picture = drawPart({ seed: 1, sidePx: 300 });
const statistics = measureCapture(picture);
const look = lookAt(picture);

type Answers = Partial<Record<DegradationKind, readonly [odds: number, severity: number]>>;

const readingOf = (answers: Answers, more: Partial<Graded["answer"]> = {}): Graded => ({
  statistics,
  look,
  lines: { x: 0, y: 40, width: 300, height: 2 },
  widthPx: 300,
  heightPx: 300,
  answer: {
    look: Float32Array.of(1, 2, 3),
    odds: Float32Array.from(DEGRADATIONS, (kind) => answers[kind]?.[0] ?? 0.01),
    severities: Float32Array.from(DEGRADATIONS, (kind) => answers[kind]?.[1] ?? 0),
    motion: Float32Array.of(1, 0, 3),
    cropOdds: new Float32Array(9 * DEGRADATIONS.length).fill(0.9),
    ...more,
  },
});

const good = { statistics, look: Float32Array.of(1, 2, 3) };
const noOdds = new Float32Array(DEGRADATIONS.length).fill(0.01);
const known = usualOf(baselineOf([good, good], [noOdds, noOdds], grader), grader);
const unknown = usualOf(undefined, grader);
const gradeOf = (answers: Answers, usual: Usual = known): CaptureGrade =>
  gradeCapture(readingOf(answers), { usual, grader });
const kindsIn = ({ degradations }: CaptureGrade): string[] => degradations.map(({ kind }) => kind);

describe("gradeCapture", () => {
  it("reports nothing on a picture of which the network is not sure", () => {
    expect(gradeOf({ noise: [0.49, 1] })).toEqual({ grade: "usable", degradations: [], references: 2 });
  });

  it("asks for more certainty where no good pictures are known", () => {
    expect(kindsIn(gradeOf({ noise: [0.7, 0.5] }))).toEqual(["noise"]);
    expect(kindsIn(gradeOf({ noise: [0.7, 0.5] }, unknown))).toEqual([]);
  });

  it("reports two kinds of two families at most, the worst first", () => {
    const grade = gradeOf({
      noise: [0.9, 0.3],
      shot_noise: [0.95, 0.9],
      haze: [0.8, 0.95],
      banding: [0.7, 1],
    });
    expect(kindsIn(grade)).toEqual(["haze", "shot_noise"]);
  });

  it("takes for usual what its good pictures show as well", () => {
    const soft = Float32Array.from(DEGRADATIONS, (kind) => (kind === "gaussian_blur" ? 0.9 : 0.01));
    const usual = usualOf(baselineOf([good, good], [soft, noOdds], grader), grader);
    expect(kindsIn(gradeOf({ gaussian_blur: [0.92, 1] }))).toEqual(["gaussian_blur"]);
    expect(kindsIn(gradeOf({ gaussian_blur: [0.99, 1] }, usual))).toEqual([]);
    expect(kindsIn(gradeOf({ gaussian_blur: [0.999, 1] }, usual))).toEqual(["gaussian_blur"]);
  });

  it.each([
    [0.29, "usable"],
    [0.31, "limited"],
    [0.71, "unusable"],
  ])("calls a severity of %f %s", (severity, grade) => {
    expect(gradeOf({ noise: [0.9, severity] }).grade).toBe(grade);
  });

  it("never refuses a picture for a spot that may be on the part itself", () => {
    expect(gradeOf({ lens_dirt: [0.9, 1] }).grade).toBe("limited");
    expect(gradeOf({ lens_dirt: [0.9, 1], noise: [0.9, 0.8] }).grade).toBe("unusable");
  });

  it("refuses only the worst picture of a product that it does not know", () => {
    expect(gradeOf({ noise: [0.9, 0.85] }, unknown).grade).toBe("limited");
    expect(gradeOf({ noise: [0.9, 0.95] }, unknown).grade).toBe("unusable");
  });

  it.each([
    [30, 9],
    [0, 6],
    [135, 17],
    [179, 4],
  ])("tells a motion of %i degrees and %i px", (degrees, lengthPx) => {
    const twice = (2 * degrees * Math.PI) / 180;
    const motion = Float32Array.of(Math.cos(twice), Math.sin(twice), Math.log2(lengthPx));
    const grade = gradeCapture(readingOf({ motion_blur: [0.9, 0.5] }, { motion }), { usual: known, grader });
    expect(grade.degradations[0]).toMatchObject({ angleDegrees: degrees, lengthPx });
  });

  it("says where, when a part of the picture is affected, and nothing when all of it is", () => {
    const cropOdds = new Float32Array(9 * DEGRADATIONS.length);
    cropOdds[8 * DEGRADATIONS.length + DEGRADATIONS.indexOf("glare")] = 0.9;
    const local = gradeCapture(readingOf({ glare: [0.9, 0.5] }, { cropOdds }), { usual: known, grader });
    const corner = look.corners[8];
    expect(local.degradations[0]?.region).toEqual({ ...corner, width: 96, height: 96 });
    expect(gradeOf({ glare: [0.9, 0.5] }).degradations[0]).not.toHaveProperty("region");
    expect(gradeOf({ noise: [0.9, 0.5] }).degradations[0]).not.toHaveProperty("region");
  });

  it("names the rows that are faulty", () => {
    const [found] = gradeOf({ line_fault: [0.9, 0.5] }).degradations;
    expect(found?.region).toEqual({ x: 0, y: 40, width: 300, height: 2 });
  });

  it("shows a measured statistic, with its range on the good pictures, for every kind", () => {
    for (const kind of DEGRADATIONS) {
      const [found] = CaptureGrade.parse(gradeOf({ [kind]: [0.9, 0.5] })).degradations;
      expect(found?.kind).toBe(kind);
      expect(Number.isFinite(found?.statistic.value), kind).toBe(true);
      expect(found?.usual?.median, kind).toBe(found?.statistic.value);
    }
  });
});

describe("usualOf", () => {
  it("does not compare with a baseline of another network", () => {
    const other = { ...grader, card: { ...grader.card, sha256: "b".repeat(64) } };
    expect(usualOf(baselineOf([good], [noOdds], grader), other).references).toBe(0);
  });

  it("does not compare with a baseline of before there was a network", () => {
    expect(usualOf({ noiseSigma: [1, 2] }, grader)).toMatchObject({ references: 0, look: undefined });
  });
});

it("puts every kind into one family", () => {
  expect(new Set(DEGRADATIONS.map(familyOf)).size).toBe(8);
});
