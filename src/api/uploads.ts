// Pictures that come in: as a multipart form, as a raw body with query parameters, or within JSON.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { GrounderName, Phrases } from "../domain/grounding.ts";
import { Json } from "../domain/json.ts";
import { Language } from "../domain/language.ts";
import { DEFAULT_VIEW, ProductId, View } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { InspectInput, Inspector } from "../inspector.ts";
import { checked, parsedJson, partsOf, readForm, shownName } from "./form.ts";

/** What may be said beside the pictures, alike in all three forms. */
export const InspectFields = z.strictObject({
  product: z
    .union([ProductId, z.literal("")])
    .optional()
    .describe("Left out for the only product; empty for the capture alone."),
  language: Language.optional(),
  writer: z.string().optional().describe("rule, or the name of a language model."),
  opinion: z.string().optional().describe("The language model whose opinion is asked."),
  reference: z.string().optional().describe("A case's id, or a good picture's file name or SHA-256."),
  phrases: Phrases.optional().describe("Looked for in place of the product's defect types."),
  grounder: GrounderName.optional().describe("Who looks for them: cases, or a model for boxes."),
  deadlineMs: z.int().positive().optional().describe("A language model is not waited for any longer."),
  metadata: z.record(z.string(), Json).optional().describe("Free: station, robot distance, position."),
});
export type InspectFields = z.infer<typeof InspectFields>;

/** As forms and queries say it: `phrases` and `metadata` are JSON. */
export const InspectTexts = InspectFields.extend({
  phrases: z.string().optional().describe("JSON: a list of short texts."),
  metadata: z.string().optional().describe("JSON."),
  deadlineMs: z.coerce.number().int().positive().optional(),
});

export const JsonUpload = InspectFields.extend({
  images: z
    .array(
      z.union([
        z.object({
          data: z.base64().describe("The picture's bytes."),
          fileName: z.string().max(255).default("image"),
          view: View.default(DEFAULT_VIEW),
        }),
        z.object({
          url: z.url().describe("Where the service fetches it, if a setting allows that."),
          view: View.default(DEFAULT_VIEW),
        }),
      ]),
    )
    .min(1)
    .max(16),
});

/** What is said beside a form's pictures may stand in the query too. Throws `usage_invalid` and what fetching a picture throws. */
export const readUpload = async (
  context: Context,
  inspector: Pick<Inspector, "fetchPicture">,
): Promise<InspectInput> => {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data") return fromForm(context);
  if (type === "application/json") return fromJson(context, inspector);
  return fromBody(context);
};

/** What was said, without what was not; an empty product is none. */
export const askedOf = ({ product, ...fields }: InspectFields): Omit<InspectInput, "images"> => ({
  ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  ...(product !== undefined && { product: product || null }),
});

const fromForm = async (context: Context): Promise<InspectInput> => {
  const { fields, files } = await readForm(context);
  const images = files.map(({ field, ...file }) => ({ ...file, view: viewOf(field) }));
  return { ...askedOf(fieldsOf({ ...context.req.query(), ...fields })), images };
};

/** `image` is the view of a product with one; `image.ct` names another. */
const viewOf = (field: string): View => {
  const [name, view = DEFAULT_VIEW] = partsOf(field);
  if (name === "image") return checked(View, view);
  throw new GumsaError("usage_invalid", `${field} is not a field for a picture.`, {
    hint: "image, or image.VIEW",
  });
};

const fromJson = async (
  { req }: Context,
  { fetchPicture }: Pick<Inspector, "fetchPicture">,
): Promise<InspectInput> => {
  const { images, ...fields } = checked(JsonUpload, parsedJson(await req.text()));
  const decoded = images.map(async ({ view, ...image }) => {
    if ("url" in image) {
      const { fileName, bytes } = await fetchPicture(image.url, req.raw.signal);
      return { bytes, fileName: shownName(fileName), view };
    }
    const bytes = new Uint8Array(Buffer.from(image.data, "base64"));
    return { bytes, fileName: shownName(image.fileName), view };
  });
  return { ...askedOf(fields), images: await Promise.all(decoded) };
};

const fromBody = async (context: Context): Promise<InspectInput> => {
  const { fileName = "image", view = DEFAULT_VIEW, ...fields } = context.req.query();
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  return {
    ...askedOf(fieldsOf(fields)),
    images: [{ bytes, fileName: shownName(fileName), view: checked(View, view) }],
  };
};

export const fieldsOf = (texts: Readonly<Record<string, string>>): InspectFields => {
  const { phrases, metadata, ...fields } = checked(InspectTexts, texts);
  return checked(InspectFields, {
    ...fields,
    ...(phrases !== undefined && { phrases: parsedJson(phrases, "phrases") }),
    ...(metadata !== undefined && { metadata: parsedJson(metadata, "metadata") }),
  });
};
