// How a product's threshold comes about: what its good pictures score when they are left out of the memory bank.
import { z } from "zod";
import { BlobId } from "./image-ref.ts";
import { Alpha, ProductId, View } from "./product.ts";
import { Box } from "./region.ts";
import { VerdictChange } from "./verdict-change.ts";

/** What a rate of false alarms would mean. */
const CalibratedRate = z.object({
  alpha: Alpha,
  /** Parts beyond this distance fail; absent while no p-value can reach the rate. */
  threshold: z.number().optional(),
  /** False alarms stay below this with 95 % confidence, as long as captures stay like the good pictures. */
  falseAlarmBound: z.number().optional(),
  /** Good pictures of which a p-value needs at least as many. */
  neededReferences: z.int(),
});
export type CalibratedRate = z.infer<typeof CalibratedRate>;

export const CalibratedView = z.object({
  view: View,
  bank: BlobId,
  model: z.object({ name: z.string(), sha256: z.string() }),
  inputLongEdgePx: z.int(),
  /** Each good picture against the memory bank without it; the highest distance first. */
  good: z.array(
    z.object({
      image: BlobId,
      fileName: z.string(),
      distance: z.number(),
      /** Where the picture is least like the others. */
      box: Box,
    }),
  ),
  /** At the product's own rate. */
  current: CalibratedRate,
  rates: z.array(CalibratedRate),
});
export type CalibratedView = z.infer<typeof CalibratedView>;

export const Calibration = z.object({
  product: ProductId,
  alpha: Alpha,
  views: z.array(CalibratedView),
});
export type Calibration = z.infer<typeof Calibration>;

/** What another rate of false alarms does to a product. */
export const CalibrationChange = z.object({
  alphaBefore: Alpha,
  /** False for a trial. */
  isChanged: z.boolean(),
  calibration: Calibration,
  /** Recorded inspections that the anomaly test would end otherwise. */
  verdicts: z.object({
    compared: z.int(),
    changed: z.array(VerdictChange),
  }),
});
export type CalibrationChange = z.infer<typeof CalibrationChange>;
