import { z } from "zod";
import { DefectCode } from "../domain/defect-type.ts";
import { StatisticsEvidence } from "../domain/follow-up.ts";
import { ProductId } from "../domain/product.ts";
import { defineTool } from "./define-tool.ts";

export const countInspections = defineTool({
  name: "count_inspections",
  description:
    "How many inspections of a product are recorded in a span of days, by verdict, and in how many of them a defect type was suspected or confirmed. Days are those of this machine's time zone, the last one counted in.",
  input: z.object({
    product: ProductId.nullable(),
    /** Left out for all there are. */
    from: z.iso.date().optional(),
    to: z.iso.date(),
    type: DefectCode.optional(),
  }),
  output: StatisticsEvidence.omit({ id: true, kind: true }),
  async run({ product, from, to, type }, { store }) {
    const filter = { ...(product !== null && { product }), ...(from !== undefined && { from }), to };
    const { inspections, verdicts } = await store.inspections.stats(filter);
    const ofType =
      type === undefined ? undefined : (await store.inspections.stats({ ...filter, type })).inspections;
    return {
      product,
      ...(from !== undefined && { from }),
      to,
      inspections,
      verdicts,
      ...(type !== undefined && ofType !== undefined && { defectType: type, ofType }),
    };
  },
});
