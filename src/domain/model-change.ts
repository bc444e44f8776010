import { z } from "zod";
import { ProductId, View } from "./product.ts";
import { VerdictChange } from "./verdict-change.ts";

const NamedModel = z.object({ name: z.string(), sha256: z.string() });

/** What another feature network does to a product. */
export const ModelChange = z.object({
  product: ProductId,
  from: NamedModel,
  to: NamedModel,
  /** False for a trial. */
  isSwitched: z.boolean(),
  views: z.array(
    z.object({
      view: View,
      references: z.int(),
      inputLongEdgePx: z.int(),
      /** Absent while there are too few good pictures for one. */
      thresholdBefore: z.number().optional(),
      threshold: z.number().optional(),
    }),
  ),
  verdicts: z.object({
    /** Recorded inspections whose anomaly test was run again, the latest first. */
    compared: z.int(),
    /** Those whose pictures are not there any more. */
    unreadable: z.int(),
    changed: z.array(VerdictChange.extend({ pValueBefore: z.number() })),
  }),
});
export type ModelChange = z.infer<typeof ModelChange>;
