// What is wrong with the picture itself, apart from the part that it shows.
import { z } from "zod";
import { Box } from "./region.ts";

export const DEGRADATION_FAMILIES = {
  blur: ["defocus_blur", "motion_blur", "gaussian_blur"],
  noise: ["noise", "shot_noise", "impulse_noise", "stripe_noise"],
  resolution: ["pixelation", "bilinear_upscaling", "low_resolution"],
  compression: ["jpeg_blocking", "webp_compression"],
  exposure: ["under_exposure", "over_exposure", "low_contrast", "high_contrast", "uneven_lighting", "glare"],
  colour: ["colour_cast", "oversaturation", "desaturation", "banding"],
  occlusion: ["lens_dirt", "haze"],
  geometry: ["line_fault"],
} as const;
export type DegradationFamily = keyof typeof DEGRADATION_FAMILIES;
export type DegradationKind = (typeof DEGRADATION_FAMILIES)[DegradationFamily][number];

/** In the order of the grading network's answers. */
export const DEGRADATIONS: readonly DegradationKind[] = Object.values(DEGRADATION_FAMILIES).flat();
export const DegradationKind = z.enum(DEGRADATIONS);

export const Degradation = z.object({
  kind: DegradationKind,
  /** 0 is none, 1 is the worst. */
  severity: z.number().min(0).max(1),
  /** A measured quantity that moves with this kind. */
  statistic: z.object({ name: z.string(), value: z.number(), unit: z.string() }),
  /** The same quantity on this product's good pictures: median, and the range from the lowest to the highest. */
  usual: z.object({ median: z.number(), low: z.number(), high: z.number() }).optional(),
  /** Of a motion blur: its direction, clockwise from the x axis, below 180, and how far things moved. */
  angleDegrees: z.number().min(0).lt(180).optional(),
  lengthPx: z.number().positive().optional(),
  /** Where only a part of the picture is affected. */
  region: Box.optional(),
});
export type Degradation = z.infer<typeof Degradation>;

export const CaptureGrade = z.object({
  grade: z.enum(["usable", "limited", "unusable"]),
  /** Those found, worst first; empty on a clean picture. */
  degradations: z.array(Degradation),
  /** Good pictures of the product that the grade is relative to; 0 when there are none. */
  references: z.int().nonnegative(),
});
export type CaptureGrade = z.infer<typeof CaptureGrade>;
