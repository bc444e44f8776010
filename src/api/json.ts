import type { z } from "@hono/zod-openapi";

/** A JSON answer, as a route describes it. */
export const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
});
