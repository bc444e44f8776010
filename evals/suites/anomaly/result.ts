import { z } from "zod";
import { GOOD } from "../../datasets/labelled-picture.ts";
import type { Measured } from "../../suite.ts";

/** What was measured of one picture. */
export const AnomalyResult = z.object({
  product: z.string(),
  /** Its id in the run's own store. */
  productId: z.string(),
  /** `good`, or the defect type. */
  type: z.string(),
  score: z.number(),
  pValue: z.number(),
  alpha: z.number(),
  /** Whether the data set is a folder of products. */
  isOneOfMany: z.boolean(),
  /** The score above which the picture fails; while none can fail, the highest of the good pictures. */
  threshold: z.number(),
  /** From the file's bytes to the finding. */
  durationMs: z.number(),
  /** Of the stored picture. */
  image: z.string(),
  /** Its pixel scores (`pixels.ts`); absent where a bad picture has no mask. */
  pixels: z.string().optional(),
});
export type AnomalyResult = z.infer<typeof AnomalyResult>;

export type MeasuredAnomaly = Measured<AnomalyResult>;

export const isGood = ({ result }: MeasuredAnomaly): boolean => result.type === GOOD;
export const isFailed = ({ result }: MeasuredAnomaly): boolean => result.pValue <= result.alpha;

/** In units of the product's threshold, so that products can stand in one chart. */
export const relativeScore = ({ result }: MeasuredAnomaly): number => result.score / result.threshold;
