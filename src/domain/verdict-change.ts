import { z } from "zod";
import { VerdictKind } from "./verdict.ts";

/** A recorded inspection that the anomaly test would end otherwise. */
export const VerdictChange = z.object({
  inspection: z.string(),
  fileName: z.string(),
  recorded: VerdictKind,
  /** Whether the anomaly test fails the part now. */
  isFailed: z.boolean(),
  pValue: z.number(),
});
