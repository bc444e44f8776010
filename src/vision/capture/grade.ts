// From the network's answers to a grade: which kinds are reported, how strong, where, and what it means for the picture.
import {
  type CaptureGrade,
  DEGRADATION_FAMILIES,
  type Degradation,
  type DegradationFamily,
  type DegradationKind,
} from "../../domain/capture-grade.ts";
import type { GraderModel } from "../../inference/model-store.ts";
import type { CaptureReading } from "./network.ts";
import { regionOf } from "./region.ts";
import { STATISTIC_UNITS, type StatisticName } from "./statistics.ts";
import type { Usual } from "./usual.ts";

/** Worst severity from which a picture is only of limited use, and from which it is of none. */
const LIMITED_FROM = 0.3;
const UNUSABLE_FROM = 0.7;
/** A smooth product looks blurred to one who does not know it: without good pictures only the worst is refused. */
const UNUSABLE_WITHOUT_REFERENCES_FROM = 0.9;
/**
 * One picture does not tell a spot before the lens from a spot on the part. A stain that had its picture taken again and
 * again would never fail, so that such a picture is read, and the report says what else the spot may be.
 */
const LIKE_A_DEFECT: ReadonlySet<DegradationKind> = new Set(["lens_dirt"]);
/** Pictures with more than two kinds at once were not in the network's training. */
const MOST_AT_ONCE = 2;
/** How much surer than on any good picture the network has to be, in natural units of its logit; export.py reckons with it. */
const BEYOND_GOOD = 3;

export interface Graded extends CaptureReading {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const gradeCapture = (
  reading: Graded,
  { usual, grader }: { usual: Usual; grader: GraderModel },
): CaptureGrade => {
  const degradations = foundKinds(reading, usual, grader)
    .map(({ kind, index }) => describe(kind, { reading, usual, index, kinds: grader.card.kinds.length }))
    .sort((a, b) => b.severity - a.severity);
  return { grade: gradeOf(degradations, usual), degradations, references: usual.references };
};

const gradeOf = (degradations: readonly Degradation[], { references }: Usual): CaptureGrade["grade"] => {
  const unusableFrom = references > 0 ? UNUSABLE_FROM : UNUSABLE_WITHOUT_REFERENCES_FROM;
  const isBeyondUse = ({ kind, severity }: Degradation): boolean =>
    severity >= unusableFrom && !LIKE_A_DEFECT.has(kind);
  if (degradations.some(isBeyondUse)) return "unusable";
  return degradations.some(({ severity }) => severity >= LIMITED_FROM) ? "limited" : "usable";
};

interface Found {
  readonly kind: DegradationKind;
  readonly family: DegradationFamily;
  readonly index: number;
  readonly odds: number;
}

/** The surest kinds beyond their limits, one a family: within a family they explain each other. */
const foundKinds = ({ answer }: Graded, usual: Usual, { card }: GraderModel): Found[] => {
  const threshold = usual.look ? card.thresholds.relative : card.thresholds.alone;
  const beyond = card.kinds
    .map((kind, index) => ({ kind, family: familyOf(kind), index, odds: answer.odds[index]! }))
    .filter(({ odds, index }) => odds >= Math.max(threshold, beyondGood(usual.highest[index] ?? 0)))
    .sort((a, b) => b.odds - a.odds);
  return beyond
    .filter(({ family }, i) => beyond.findIndex((other) => other.family === family) === i)
    .slice(0, MOST_AT_ONCE);
};

/** A limit of its own for a product of which even a good picture looks a little like this kind. */
const beyondGood = (highest: number): number => {
  const logit = Math.log(highest / (1 - highest)) + BEYOND_GOOD;
  return 1 / (1 + Math.exp(-logit));
};

export const familyOf = (kind: DegradationKind): DegradationFamily => {
  const families = Object.keys(DEGRADATION_FAMILIES) as DegradationFamily[]; // its own keys
  const family = families.find((name) => DEGRADATION_FAMILIES[name].some((member) => member === kind));
  if (!family) throw new RangeError(`${kind} belongs to no family`);
  return family;
};

interface Facts {
  readonly reading: Graded;
  readonly usual: Usual;
  readonly index: number;
  /** How many kinds the network knows. */
  readonly kinds: number;
}

const describe = (kind: DegradationKind, { reading, usual, index, kinds }: Facts): Degradation => {
  const name = SHOWN[kind];
  const range = usual.rangeOf(name);
  const region = regionOf(kind, { reading, index, kinds });
  return {
    kind,
    severity: Math.min(1, Math.max(0, reading.answer.severities[index]!)),
    statistic: { name, value: reading.statistics[name], unit: STATISTIC_UNITS[name] },
    ...(range && { usual: range }),
    ...(kind === "motion_blur" && motionOf(reading.answer.motion)),
    ...(region && { region }),
  };
};

/** The direction has no sense, so that it is read from twice its angle. */
const motionOf = ([cosine = 1, sine = 0, octaves = 0]: Float32Array): Pick<
  Degradation,
  "angleDegrees" | "lengthPx"
> => ({
  angleDegrees: ((Math.round((Math.atan2(sine, cosine) * 90) / Math.PI) % 180) + 180) % 180,
  lengthPx: Number((2 ** octaves).toPrecision(2)),
});

/** The statistic that is shown for a kind. */
const SHOWN: Readonly<Record<DegradationKind, StatisticName>> = {
  defocus_blur: "edgeWidthPx",
  motion_blur: "directionalLossDb",
  gaussian_blur: "edgeWidthPx",
  noise: "noiseSigma",
  shot_noise: "noiseSigma",
  impulse_noise: "noiseSigma",
  stripe_noise: "lineStep",
  pixelation: "resamplingDb",
  bilinear_upscaling: "resamplingDb",
  low_resolution: "resamplingDb",
  jpeg_blocking: "blockingDb",
  webp_compression: "blockingDb",
  under_exposure: "luminanceP95",
  over_exposure: "luminanceP50",
  low_contrast: "contrast",
  high_contrast: "contrast",
  uneven_lighting: "lightFallOffStops",
  glare: "clippedBrightShare",
  colour_cast: "colourCastStops",
  oversaturation: "saturation",
  desaturation: "saturation",
  banding: "unusedLevelShare",
  lens_dirt: "lightFallOffStops",
  haze: "luminanceP5",
  line_fault: "lineStep",
};
