import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { BlobId } from "../domain/image-ref.ts";
import { InspectionId } from "../domain/inspection.ts";
import { GumsaError } from "../errors.ts";
import type { BatchInput } from "../inspector.ts";
import { checked, formOf, named, parsedJson } from "./form.ts";
import { askedOf, fieldsOf, InspectFields, InspectTexts } from "./uploads.ts";

const MOST_AT_ONCE = 10_000;

export const BatchUpload = InspectFields.extend({
  pictures: z.array(BlobId).max(MOST_AT_ONCE).default([]).describe("Stored pictures, by their id."),
  inspections: z
    .array(InspectionId)
    .max(MOST_AT_ONCE)
    .default([])
    .describe("Earlier inspections, whose pictures are inspected anew."),
});

export const BatchForm = InspectTexts.extend({
  image: z
    .array(z.any().meta({ type: "string", format: "binary" }))
    .meta({ description: "Pictures; the field as often as there are." }),
  inspection: z.array(InspectionId).optional().describe("Earlier inspections, likewise."),
}).meta({ id: "BatchForm" });

/** What is said beside the pictures counts for each of them. Throws `usage_invalid`. */
export const readBatchUpload = async (context: Context): Promise<BatchInput> => {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data") return fromForm(await formOf(context));
  if (type === "application/json") {
    const {
      pictures: stored,
      inspections,
      ...fields
    } = checked(BatchUpload, parsedJson(await context.req.text()));
    return { ...askedOf(fields), pictures: [], stored, inspections };
  }
  throw new GumsaError("usage_invalid", "A batch comes as a form or as JSON.");
};

const fromForm = async (form: FormData): Promise<BatchInput> => {
  const pictures: BatchInput["pictures"][number][] = [];
  const inspections: string[] = [];
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string") pictures.push(await named(value));
    else if (name === "inspection") inspections.push(checked(InspectionId, value));
    else fields[name] = value;
  }
  return { ...askedOf(fieldsOf(fields)), pictures, inspections };
};
