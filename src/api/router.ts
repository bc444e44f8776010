import { OpenAPIHono } from "@hono/zod-openapi";
import { GumsaError } from "../errors.ts";
import type { ApiEnv } from "./env.ts";

/** A group of routes. What a route's schema refuses is a problem like any other. */
export const createRouter = () =>
  new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const [issue] = result.error.issues;
      const place = [result.target, issue?.path.join(".")].filter(Boolean).join(" ");
      throw new GumsaError("usage_invalid", `${place}: ${issue?.message}`);
    },
  });
