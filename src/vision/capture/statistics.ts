// What is measured on a picture's own pixels, in units that people know: the evidence beside a finding. Plain numbers;
// kept for each good picture of a product, they are that product's own idea of "usual".
import type { Picture } from "../picture.ts";
import { measureBlockingDb } from "./blocking.ts";
import { takeCrops } from "./crops.ts";
import { measureEdgeWidths } from "./edges.ts";
import { lineSteps } from "./lines.ts";
import { measureMotion } from "./motion.ts";
import { measureNoiseSigma } from "./noise.ts";
import { measurePower } from "./power-spectrum.ts";
import { measureResamplingDb } from "./resampling.ts";
import { measureTones } from "./tones.ts";
import { measureWhole, sampled } from "./whole-picture.ts";

/** Units by name. All are finite for any picture of at least one pixel. */
export const STATISTIC_UNITS = {
  /** Luminance (Rec. 601) that 5, 50 and 95 % of the pixels stay below. */
  luminanceP5: "grey levels",
  luminanceP50: "grey levels",
  luminanceP95: "grey levels",
  /** Share of pixels at 3 or below, and at 252 or above. */
  clippedDarkShare: "share",
  clippedBrightShare: "share",
  /** P95 - P5 of means over 4 x 4 px. */
  contrast: "grey levels",
  /** Edge width in the direction with the sharpest edges and in the one with the softest; 0 without edges. */
  edgeWidthPx: "px",
  softestEdgeWidthPx: "px",
  /** How much weaker structure is along its weakest direction than across it. */
  anisotropyDb: "dB",
  /** How much weaker fine structure along that direction is than coarse structure in all. */
  directionalLossDb: "dB",
  /** Direction (clockwise from the x axis, 0 to 180) and length of a smear; mean something only where there is motion. */
  motionDirectionDeg: "degrees",
  motionLengthPx: "px",
  /** Standard deviation of the noise in the flattest fifth of the picture. */
  noiseSigma: "grey levels",
  /** Steps on a grid of 8 px over steps elsewhere. */
  blockingDb: "dB",
  /** Strongest periodic trace of interpolation over its neighbourhood. */
  resamplingDb: "dB",
  /** Mean difference between the largest and the smallest channel of a pixel. */
  saturation: "grey levels",
  /** From the darkest to the brightest channel, on average. */
  colourCastStops: "stops",
  /** Share of the levels in use, from the 1st to the 99th percentile, that no pixel has. */
  unusedLevelShare: "share",
  /** From the darkest to the brightest twentieth of a grid of 144 cells. */
  lightFallOffStops: "stops",
  /** Largest mean difference of a row or column from its neighbours. */
  lineStep: "grey levels",
} as const;
export type StatisticName = keyof typeof STATISTIC_UNITS;
export type CaptureStatistics = Readonly<Record<StatisticName, number>>;

export const STATISTIC_NAMES = Object.keys(STATISTIC_UNITS).filter(
  (name): name is StatisticName => name in STATISTIC_UNITS,
);

/** Measures up to nine native-resolution crops; 20 to 30 ms however large the picture. */
export const measureCapture = (picture: Picture): CaptureStatistics => {
  const crops = takeCrops(picture);
  return {
    ...measureTones(crops),
    ...measureEdgeWidths(crops),
    ...measureMotion(measurePower(crops)),
    noiseSigma: measureNoiseSigma(crops),
    blockingDb: measureBlockingDb(crops),
    resamplingDb: measureResamplingDb(crops),
    ...measureWhole(sampled(picture)),
    lineStep: largestLineStep(picture),
  };
};

const largestLineStep = (picture: Picture): number =>
  [...lineSteps(picture, "rows"), ...lineSteps(picture, "columns")].reduce(
    (most, { mean }) => Math.max(most, Math.abs(mean)),
    0,
  );
