// Pictures that come in: as a multipart form, as a raw body with query parameters, or within JSON. A file's name is
// shown and never used as a path.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Language } from "../domain/language.ts";
import { Json } from "../domain/json.ts";
import { DEFAULT_VIEW, ProductId, View } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { InspectInput, NamedBytes } from "../inspector.ts";

/** What may be said beside the pictures, alike in all three forms; in text, `metadata` is JSON. */
export const InspectFields = z.object({
  product: z
    .union([ProductId, z.literal("")])
    .optional()
    .describe("Left out for the only product; empty for the capture alone."),
  language: Language.optional(),
  writer: z.string().optional().describe("rule, or the name of a language model."),
  opinion: z.string().optional().describe("The language model whose opinion is asked."),
  reference: z.string().optional().describe("A case's id, or a good picture's file name or SHA-256."),
  metadata: z.record(z.string(), Json).optional().describe("Free: station, robot distance, position."),
});
type InspectFields = z.infer<typeof InspectFields>;

export const JsonUpload = InspectFields.extend({
  images: z
    .array(
      z.object({
        data: z.base64().describe("The picture's bytes."),
        fileName: z.string().max(255).default("image"),
        view: View.default(DEFAULT_VIEW),
      }),
    )
    .min(1)
    .max(16),
});

/** Throws `usage_invalid`. */
export const readUpload = async (context: Context): Promise<InspectInput> => {
  const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "multipart/form-data") return fromForm(await formOf(context));
  if (type === "application/json") return fromJson(await context.req.text());
  return fromBody(context);
};

export const formOf = async (context: Context): Promise<FormData> => {
  try {
    return await context.req.formData();
  } catch (error) {
    throw new GumsaError("usage_invalid", "The body is not a form.", { cause: error });
  }
};

const fromForm = async (form: FormData): Promise<InspectInput> => {
  const images: InspectInput["images"][number][] = [];
  const fields: Record<string, string> = {};
  for (const [name, value] of form) {
    if (typeof value === "string") fields[name] = value;
    else images.push({ ...(await named(value)), view: viewOf(name) });
  }
  return inputOf(fieldsOf(fields), images);
};

/** `image` is the view of a product with one; `image.ct` names another. */
const viewOf = (field: string): View => {
  const [image, view = DEFAULT_VIEW] = field.split(".", 2);
  if (image === "image") return checked(View, view);
  throw new GumsaError("usage_invalid", `${field} is not a field for a picture.`, {
    hint: "image, or image.VIEW",
  });
};

export const named = async (file: File): Promise<NamedBytes> => ({
  fileName: shownName(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** The last part of whatever a client calls its file, without control characters. */
const shownName = (name: string): string =>
  name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, "")
    .slice(0, 255) || "image";

const fromJson = (text: string): InspectInput => {
  const { images, ...fields } = checked(JsonUpload, parsed(text));
  const decoded = images.map(({ data, fileName, view }) => ({
    bytes: new Uint8Array(Buffer.from(data, "base64")),
    fileName: shownName(fileName),
    view,
  }));
  return inputOf(fields, decoded);
};

const fromBody = async (context: Context): Promise<InspectInput> => {
  const { fileName = "image", view = DEFAULT_VIEW, ...fields } = context.req.query();
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  return inputOf(fieldsOf(fields), [{ bytes, fileName: shownName(fileName), view: checked(View, view) }]);
};

export const fieldsOf = ({ metadata, ...fields }: Record<string, string>): InspectFields =>
  checked(InspectFields, { ...fields, ...(metadata !== undefined && { metadata: parsed(metadata) }) });

const inputOf = ({ product, ...fields }: InspectFields, images: InspectInput["images"]): InspectInput => {
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  return { ...given, images, ...(product !== undefined && { product: product || null }) };
};

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GumsaError("usage_invalid", "What should be JSON is not.", { cause: error });
  }
};

export const checked = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new GumsaError("usage_invalid", `${issue?.path.join(".") || "the request"}: ${issue?.message}`);
};
