// Which of the recorded inspections are meant. Every condition holds for those that are left out too: none restricts.
import { z } from "zod";
import { DefectCode } from "./defect-type.ts";
import { Feedback } from "./feedback.ts";
import { ProductId } from "./product.ts";
import { VerdictKind } from "./verdict.ts";

/** A day of the machine's own time zone, or a moment. */
const When = z.union([z.iso.date(), z.iso.datetime({ offset: true })]);

export const InspectionFilter = z.object({
  product: ProductId.optional(),
  verdict: VerdictKind.optional(),
  /** As a person confirmed it, else as the inspection suspected it; a part confirmed as good has none. */
  type: DefectCode.optional(),
  /** Any model that had a part in it, the report's writer included: `patch-features`, `qwen2.5vl:3b`, `rule`. */
  model: z.string().min(1).max(200).optional(),
  /** The latest. */
  rating: Feedback.shape.rating.optional(),
  from: When.optional().describe("A day, or a moment: from then on."),
  to: When.optional().describe("A day, which is counted in, or a moment: until before it."),
  /** Within file names, metadata, the report, recorded actions and the id; upper or lower case is the same. */
  text: z.string().min(1).max(200).optional(),
});
export type InspectionFilter = z.infer<typeof InspectionFilter>;

/** The place of an inspection in the order of lists: newest first, and by id where two are of the same time. */
export interface InspectionPlace {
  readonly createdAt: string;
  readonly id: string;
}
