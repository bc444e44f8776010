// A route whose body is a form or raw bytes. The document describes it; the handler reads it by itself, because names
// of fields may carry a view or a type, and large files should not be parsed twice.
import type { RouteConfig } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Role } from "../domain/api-key.ts";
import { atLeast } from "./access.ts";
import type { ApiEnv } from "./env.ts";
import type { createRouter } from "./router.ts";

export interface FormRoute extends RouteConfig {
  readonly method: "post";
  readonly role: Role;
}

export const onForm = (
  routes: ReturnType<typeof createRouter>,
  { role, ...route }: FormRoute,
  handler: (context: Context<ApiEnv>) => Promise<Response>,
): void => {
  routes.openAPIRegistry.registerPath(route);
  routes.post(route.path.replaceAll(/\{(\w+)\}/g, ":$1"), atLeast(role), handler);
};
