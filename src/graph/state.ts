// What an inspection knows so far: ids and plain data, never pixels, so that every checkpoint is small.
import { ReducedValue, StateSchema } from "@langchain/langgraph";
import { z } from "zod";
import { CaptureGrade } from "../domain/capture-grade.ts";
import { Evidence } from "../domain/evidence.ts";
import { Inspection, InspectionRequest, ViewedImage } from "../domain/inspection.ts";
import { Product } from "../domain/product.ts";
import { Region } from "../domain/region.ts";
import { Report } from "../domain/report.ts";
import { Verdict } from "../domain/verdict.ts";
import { NearGood } from "../tools/find-similar.ts";

const merged = <Value extends z.ZodType>(value: Value) =>
  new ReducedValue(
    z.record(z.string(), value).default(() => ({})),
    { reducer: (known, learned) => ({ ...known, ...learned }) },
  );

const gathered = <Item extends z.ZodType>(item: Item) =>
  new ReducedValue(
    z.array(item).default(() => []),
    { reducer: (known, found) => [...known, ...found] },
  );

export const InspectionState = new StateSchema({
  request: InspectionRequest,
  /** Null for a report on the capture alone. */
  product: Product.nullable().default(null),
  images: z.array(ViewedImage).default(() => []),
  capture: CaptureGrade.optional(),
  readers: merged(Inspection.shape.readers.valueType),
  evidence: gathered(Evidence),
  regions: z.array(Region).default(() => []),
  nearestGood: NearGood.optional(),
  verdict: Verdict.optional(),
  report: Report.optional(),
  timingsMs: merged(z.number()),
  versions: merged(z.string()),
  inspection: Inspection.optional(),
});
