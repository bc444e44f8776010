// What many inspections come to: how often each verdict, how people rated them and confirmed otherwise, how long they took.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import { Feedback } from "./feedback.ts";
import { ProductId } from "./product.ts";
import { VerdictKind } from "./verdict.ts";

const Count = z.int().nonnegative();

/**
 * Of some inspections. A `review` asks a person to decide, so that no decision on it overrides anything: `decided`
 * counts the others that a person confirmed, and `overridden` those of them that got another verdict.
 */
const Tally = z.object({
  inspections: Count,
  verdicts: z.object({ pass: Count, fail: Count, review: Count, retake: Count }),
  rated: Count,
  /** From 1 to 5; absent where none was rated. */
  meanRating: z.number().optional(),
  decided: Count,
  overridden: Count,
});
export type Tally = z.infer<typeof Tally>;

const Share = z.number().min(0).max(1);

export const InspectionStats = Tally.extend({
  /** Of those decided, with its 95 % interval; absent while none was. */
  overrideRate: z.object({ rate: Share, low: Share, high: Share }).optional(),
  /** How often a person confirmed what, reviews included. */
  confirmed: z.array(z.object({ verdict: VerdictKind, confirmed: VerdictKind, inspections: Count })),
  /** From the request to the record, waiting included; nearest ranks. Absent where there is no inspection. */
  durationMs: z
    .object({ p50: z.number(), p90: z.number(), p95: z.number(), p99: z.number(), max: z.number() })
    .optional(),
  /** Null: the capture alone. */
  byProduct: z.array(Tally.extend({ product: ProductId.nullable() })),
  /** Null: no type was suspected or confirmed. */
  byType: z.array(Tally.extend({ type: DefectCode.nullable() })),
  /** Every model that had a part, so that an inspection is counted more than once. */
  byModel: z.array(Tally.extend({ model: z.string() })),
  /** The latest rating; null: none. */
  byRating: z.array(Tally.extend({ rating: Feedback.shape.rating.nullable() })),
  /** Days of the machine's own time zone, oldest first. */
  byDay: z.array(Tally.extend({ day: z.iso.date() })),
});
export type InspectionStats = z.infer<typeof InspectionStats>;
