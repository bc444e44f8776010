import { z } from "@hono/zod-openapi";

/** A file in a form. */
export const file = (description: string) => z.any().meta({ type: "string", format: "binary", description });

/** The body of a route that reads a form. */
export const formBody = (schema: z.ZodObject) => ({
  required: true,
  content: { "multipart/form-data": { schema } },
});
