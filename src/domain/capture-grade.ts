// What is wrong with the picture itself, apart from the part that it shows.
import { z } from "zod";

export const DEGRADATIONS = [
  "defocus_blur",
  "motion_blur",
  "noise",
  "low_resolution",
  "jpeg_blocking",
  "under_exposure",
  "over_exposure",
  "low_contrast",
] as const;
export const DegradationKind = z.enum(DEGRADATIONS);
export type DegradationKind = z.infer<typeof DegradationKind>;

export const Degradation = z.object({
  kind: DegradationKind,
  /** 0 is none, 1 is the worst. */
  severity: z.number().min(0).max(1),
  /** The measured quantity behind the severity. */
  statistic: z.object({ name: z.string(), value: z.number(), unit: z.string() }),
  /** The same quantity on this product's good pictures: median, and the range from the lowest to the highest. */
  usual: z.object({ median: z.number(), low: z.number(), high: z.number() }).optional(),
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
