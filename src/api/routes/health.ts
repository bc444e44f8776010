import { createRoute, z } from "@hono/zod-openapi";
import type { ApiDeps } from "../env.ts";
import { createRouter } from "../router.ts";

const Check = z
  .object({
    name: z.string(),
    state: z.enum(["ok", "missing", "broken"]),
    detail: z.string(),
    hint: z.string().optional(),
  })
  .meta({ id: "Check" });
const Readiness = z.object({ isReady: z.boolean(), checks: z.array(Check) }).meta({ id: "Readiness" });
const document = { "application/json": { schema: Readiness } };

const getHealth = createRoute({
  method: "get",
  path: "/healthz",
  tags: ["operations"],
  summary: "Whether the process answers",
  responses: { 200: { description: "It does.", content: { "text/plain": { schema: z.literal("ok") } } } },
});

const getReadiness = createRoute({
  method: "get",
  path: "/readyz",
  tags: ["operations"],
  summary: "Whether models are verified and the store can be written",
  responses: {
    200: { description: "Nothing is broken.", content: document },
    503: { description: "Something is.", content: document },
  },
});

export const healthRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(getHealth, (context) => context.text("ok", 200))
    .openapi(getReadiness, async (context) => {
      const checks = await inspector.doctor();
      const isReady = checks.every(({ state }) => state !== "broken");
      return context.json({ isReady, checks }, isReady ? 200 : 503);
    });
