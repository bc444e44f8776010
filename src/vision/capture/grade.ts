// From statistics to a grade. A kind is reported when its own cue lies beyond what is usual, and where one
// damage mimics another the more specific cue wins: what is left are findings that stand for themselves.
import type { CaptureGrade, Degradation, DegradationKind } from "../../domain/capture-grade.ts";
import { CUES, type CueName, type CueValues } from "./cues.ts";
import { type CaptureStatistics, STATISTIC_UNITS, type StatisticName } from "./statistics.ts";
import { type CaptureBaseline, eachCue, type Usual, usualOf } from "./usual.ts";

/** Worst severity from which a picture is only of limited use, and from which it is of none. */
const LIMITED_FROM = 0.3;
const UNUSABLE_FROM = 0.7;
/** A smooth product looks blurred to one who does not know it: without good pictures only the worst is refused. */
const UNUSABLE_WITHOUT_REFERENCES_FROM = 0.9;

/** Grades against the good pictures of a product, or, with an empty baseline, against pictures in general. */
export const gradeCapture = (
  statistics: CaptureStatistics,
  { baseline }: { baseline?: CaptureBaseline },
): CaptureGrade => {
  const usual = usualOf(baseline);
  const cues = eachCue((name) => CUES[name].of(statistics, usual.median));
  const degradations = foundKinds(cues, usual)
    .map((kind) => describe(kind, { statistics, usual, severity: severityOf(kind, cues, usual) }))
    .sort((a, b) => b.severity - a.severity);
  return {
    grade: gradeOf(degradations[0]?.severity ?? 0, usual),
    degradations,
    references: usual.references,
  };
};

const gradeOf = (worst: number, { references }: Usual): CaptureGrade["grade"] => {
  if (worst >= (references > 0 ? UNUSABLE_FROM : UNUSABLE_WITHOUT_REFERENCES_FROM)) return "unusable";
  return worst >= LIMITED_FROM ? "limited" : "usable";
};

/** The statistic that is shown for a kind. */
const SHOWN: Readonly<Record<DegradationKind, StatisticName>> = {
  defocus_blur: "edgeWidthPx",
  motion_blur: "directionalLossDb",
  noise: "noiseSigma",
  low_resolution: "resamplingDb",
  jpeg_blocking: "blockingDb",
  under_exposure: "luminanceP95",
  over_exposure: "luminanceP50",
  low_contrast: "contrast",
};

interface Finding {
  readonly statistics: CaptureStatistics;
  readonly usual: Usual;
  readonly severity: number;
}

const describe = (kind: DegradationKind, { statistics, usual, severity }: Finding): Degradation => {
  const name = SHOWN[kind];
  const range = usual.rangeOf(name);
  return {
    kind,
    severity,
    statistic: { name, value: statistics[name], unit: STATISTIC_UNITS[name] },
    ...(range ? { usual: range } : {}),
  };
};

/** At most one of sharpness, noise, blocks and one of tone: within a group the kinds explain each other. */
const foundKinds = (cues: CueValues, usual: Usual): DegradationKind[] => {
  const excess = eachCue((name) => cues[name] - usual.limits[name]);
  const sharpness = sharpnessKind(cues, excess);
  const kinds = [
    sharpness,
    excess.noise > 0 ? "noise" : undefined,
    // A blur makes what is left of old blocks stand out a little.
    excess.blocking > (sharpness ? BLOCKS_SHOWN_BY_BLUR_DB : 0) ? "jpeg_blocking" : undefined,
    toneKind(excess, sharpness !== undefined),
  ] as const;
  return kinds.filter((kind) => kind !== undefined);
};

const BLOCKS_SHOWN_BY_BLUR_DB = 3;
/** Edges that are less than this wider than usual are sharp, whatever else was seen. */
const LEAST_SOFTNESS = 0.15;
const LEAST_SMEAR = 0.3;
const LEAST_SPREAD = 0.15;
const LEAST_LOSS_DB = 2;
/** Coarse quantisation itself softens edges and leaves a rhythm; only what goes beyond that counts. */
const BY_BLOCKS = { softness: 0.35, resamplingDb: 5, lossDb: 4 } as const;

/**
 * Up-scaling softens all directions alike, so edges that differ by direction speak for motion first; then an interpolation
 * trace is the most specific; softness alone is the lens.
 */
const sharpnessKind = (cues: CueValues, excess: CueValues): DegradationKind | undefined => {
  const byBlocks = excess.blocking > 0 ? BY_BLOCKS : { softness: 0, resamplingDb: 0, lossDb: 0 };
  const isSmeared =
    cues.smear > LEAST_SMEAR + byBlocks.softness && cues.directionalLoss > LEAST_LOSS_DB + byBlocks.lossDb;
  if (isSmeared && excess.edgeSpread > 0) return "motion_blur";
  const isSoft = cues.softness > LEAST_SOFTNESS + byBlocks.softness;
  if (isSoft && excess.resampling > byBlocks.resamplingDb) return "low_resolution";
  if (isSmeared && excess.anisotropy > 0 && cues.edgeSpread > LEAST_SPREAD) return "motion_blur";
  return excess.softness > byBlocks.softness ? "defocus_blur" : undefined;
};

/** Octaves of contrast that a strong blur takes from a fine texture. */
const CONTRAST_LOST_BY_BLUR = 0.6;

/** Light that is lost shrinks contrast and the reverse: the stronger of the two is named. */
const toneKind = (excess: CueValues, isBlurred: boolean): DegradationKind | undefined => {
  if (excess.brightness > 0 || excess.clipping > 0) return "over_exposure";
  const flatness = excess.flatness - (isBlurred ? CONTRAST_LOST_BY_BLUR : 0);
  if (excess.darkness <= 0 && flatness <= 0) return undefined;
  const isFlat = flatness / STRENGTH.low_contrast.worst > excess.darkness / STRENGTH.under_exposure.worst;
  return isFlat ? "low_contrast" : "under_exposure";
};

/** The cue that tells how strong a kind is, and its value beyond the common range at severity 1. */
const STRENGTH: Readonly<Record<DegradationKind, { readonly cue: CueName; readonly worst: number }>> = {
  defocus_blur: { cue: "softness", worst: 2.6 },
  motion_blur: { cue: "directionalLoss", worst: 20 },
  noise: { cue: "noise", worst: 22 },
  low_resolution: { cue: "softness", worst: 2.4 },
  jpeg_blocking: { cue: "blocking", worst: 28 },
  under_exposure: { cue: "darkness", worst: 4.5 },
  over_exposure: { cue: "brightness", worst: 3 },
  low_contrast: { cue: "flatness", worst: 2.3 },
};

/** Linear in the cue beyond the common range; noise by its square root, and glare also by the share that is white. */
const severityOf = (kind: DegradationKind, cues: CueValues, usual: Usual): number => {
  const { cue, worst } = STRENGTH[kind];
  const linear = clamped((cues[cue] - usual.common[cue]) / worst);
  if (kind === "noise") return Math.sqrt(linear);
  if (kind === "over_exposure") return Math.max(linear, clamped(cues.clipping - usual.common.clipping));
  return linear;
};

const clamped = (value: number): number => Math.min(1, Math.max(0, value));
