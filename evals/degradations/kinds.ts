// The kinds of degradation and how strong each is at the five severities. Severity 1 is what a careful
// person just notices on a detailed picture, 5 is what nobody would inspect.
import {
  DEGRADATION_FAMILIES,
  type DegradationFamily,
  type DegradationKind,
} from "../../src/domain/capture-grade.ts";

interface Entry {
  /** What the strength is, physically. */
  readonly meaning: string;
  readonly strengths: readonly [number, number, number, number, number];
}

export const DEGRADATION_TABLE = {
  defocus_blur: {
    meaning: "radius of the circle of confusion, px",
    strengths: [1, 1.6, 2.4, 3.5, 5],
  },
  motion_blur: {
    meaning: "way travelled during the exposure, px, in one random direction",
    strengths: [3.5, 6, 10, 15, 21],
  },
  gaussian_blur: {
    meaning: "standard deviation of a soft lens or filter, px",
    strengths: [0.7, 1.1, 1.6, 2.3, 3.4],
  },
  noise: {
    meaning: "standard deviation of the read-out noise, grey levels",
    strengths: [4, 8, 14, 22, 35],
  },
  shot_noise: {
    meaning:
      "standard deviation at mid-grey of counted photons, grey levels; grows with the root of the light",
    strengths: [4, 8, 14, 22, 35],
  },
  impulse_noise: {
    meaning: "share of the pixels that are black or white",
    strengths: [0.003, 0.01, 0.03, 0.07, 0.15],
  },
  stripe_noise: {
    meaning: "standard deviation between the offsets of rows, or of columns, grey levels",
    strengths: [2, 4, 7, 11, 17],
  },
  pixelation: {
    meaning: "factor of shrinking before pixels are repeated",
    strengths: [1.5, 2, 3, 4.5, 7],
  },
  bilinear_upscaling: {
    meaning: "factor of shrinking before bilinear enlargement",
    strengths: [1.5, 2, 2.8, 4, 6],
  },
  low_resolution: {
    meaning: "factor of shrinking before bicubic enlargement",
    strengths: [1.5, 2, 2.8, 4, 6],
  },
  jpeg_blocking: { meaning: "JPEG quality", strengths: [45, 28, 17, 10, 6] },
  webp_compression: { meaning: "WebP quality", strengths: [35, 20, 10, 4, 1] },
  under_exposure: {
    meaning: "stops of light too few",
    strengths: [0.7, 1.3, 2, 2.8, 3.8],
  },
  over_exposure: {
    meaning: "stops of light too many",
    strengths: [0.5, 0.9, 1.4, 2, 2.8],
  },
  low_contrast: {
    meaning: "share of the contrast that is left about the mean",
    strengths: [0.75, 0.58, 0.43, 0.3, 0.2],
  },
  high_contrast: {
    meaning: "gain of the contrast about the mean",
    strengths: [1.3, 1.6, 2, 2.6, 3.5],
  },
  uneven_lighting: {
    meaning: "stops from the brightest to the darkest side of the picture",
    strengths: [0.6, 1.1, 1.7, 2.4, 3.2],
  },
  glare: {
    meaning: "light added at the middle of a reflection, grey levels",
    strengths: [60, 100, 150, 210, 300],
  },
  colour_cast: {
    meaning: "stops between the most and the least amplified channel",
    strengths: [0.15, 0.28, 0.42, 0.6, 0.85],
  },
  oversaturation: { meaning: "gain of the chroma", strengths: [1.4, 1.8, 2.3, 3, 4] },
  desaturation: {
    meaning: "share of the chroma that is left; none at all is a grey camera, not a fault",
    strengths: [0.65, 0.48, 0.32, 0.18, 0.07],
  },
  banding: {
    meaning: "levels that each channel has left",
    strengths: [24, 14, 9, 6, 4],
  },
  lens_dirt: {
    meaning: "share of the light that a speck far out of focus takes",
    strengths: [0.2, 0.3, 0.42, 0.55, 0.7],
  },
  haze: {
    meaning: "share of the light that passes; the rest is stray light",
    strengths: [0.8, 0.65, 0.5, 0.37, 0.25],
  },
  line_fault: {
    meaning: "rows or columns of the sensor that are dead, stuck or of another gain",
    strengths: [1, 2, 4, 8, 14],
  },
} as const satisfies Readonly<Record<DegradationKind, Entry>>;

export type Severity = 1 | 2 | 3 | 4 | 5;
export const SEVERITIES: readonly Severity[] = [1, 2, 3, 4, 5];

export interface DegradationEntry extends Entry {
  readonly kind: DegradationKind;
  readonly family: DegradationFamily;
}

export const DEGRADATIONS: readonly DegradationEntry[] = Object.entries(DEGRADATION_FAMILIES).flatMap(
  ([family, kinds]) =>
    kinds.map((kind) => ({ kind, family: family as DegradationFamily, ...DEGRADATION_TABLE[kind] })), // its own keys
);
