import { z } from "zod";

/** Any JSON value. Described without its recursion, which not every generator of clients follows. */
export const Json = z
  .json()
  .meta({ id: "Json", type: ["object", "array", "string", "number", "boolean", "null"] });
export type Json = z.infer<typeof Json>;
