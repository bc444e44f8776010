// What comes in as a form: texts by name, and files in the order in which they were sent. A file's name is shown and
// never used as a path.
import type { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { GumsaError } from "../errors.ts";
import type { NamedBytes } from "../inspector.ts";

export interface Form {
  readonly fields: Readonly<Record<string, string>>;
  readonly files: readonly (NamedBytes & { readonly field: string })[];
}

/** Throws `usage_invalid`. */
export const readForm = async (context: Context): Promise<Form> => {
  const fields: Record<string, string> = {};
  const files: Form["files"][number][] = [];
  for (const [field, value] of await formOf(context)) {
    if (typeof value === "string") fields[field] = value;
    else files.push({ field, ...(await named(value)) });
  }
  return { fields, files };
};

export const formOf = async (context: Context): Promise<FormData> => {
  try {
    return await context.req.formData();
  } catch (error) {
    throw new GumsaError("usage_invalid", "The body is not a form.", { cause: error });
  }
};

export const named = async (file: File): Promise<NamedBytes> => ({
  fileName: shownName(file.name),
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** The last part of whatever a client calls its file, without control characters. */
export const shownName = (name: string): string =>
  name
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\p{Cc}/gu, "")
    .slice(0, 255) || "image";

/** `good.ct` is the field `good` with the part `ct`. */
export const partsOf = (field: string): readonly [name: string, part: string | undefined] => {
  const [name = "", ...rest] = field.split(".");
  return [name, rest.length > 0 ? rest.join(".") : undefined];
};

/** Throws `usage_invalid`. */
export const parsedJson = (text: string, name = "the body"): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new GumsaError("usage_invalid", `${name} is not JSON.`, { cause: error });
  }
};

/** Throws `usage_invalid`. */
export const checked = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new GumsaError("usage_invalid", `${issue?.path.join(".") || "the request"}: ${issue?.message}`);
};
