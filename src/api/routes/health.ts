import { createRoute, z } from "@hono/zod-openapi";
import type { ApiDeps } from "../env.ts";
import { createRouter } from "../router.ts";

/** Asked without a key: what exactly is wrong is in the log, and told by `gumsa doctor`. */
const Check = z
  .object({ name: z.string(), state: z.enum(["ok", "missing", "broken"]) })
  .meta({ id: "Check" });
const Readiness = z.object({ isReady: z.boolean(), checks: z.array(Check) }).meta({ id: "Readiness" });
const document = { "application/json": { schema: Readiness } };

const getHealth = createRoute({
  method: "get",
  path: "/healthz",
  tags: ["operations"],
  security: [],
  summary: "Whether the process answers",
  responses: { 200: { description: "It does.", content: { "text/plain": { schema: z.literal("ok") } } } },
});

const getReadiness = createRoute({
  method: "get",
  path: "/readyz",
  tags: ["operations"],
  security: [],
  summary: "Whether models are verified and the store can be written",
  responses: {
    200: { description: "Nothing is broken.", content: document },
    503: { description: "Something is.", content: document },
  },
});

export const healthRoutes = ({ inspector, log }: ApiDeps) =>
  createRouter()
    .openapi(getHealth, (context) => context.text("ok", 200))
    .openapi(getReadiness, async (context) => {
      const found = await inspector.readiness();
      const broken = found.filter(({ state }) => state === "broken");
      if (broken.length > 0) log.error({ broken }, "the service is not ready");
      const checks = found.map(({ name, state }) => ({ name, state }));
      return context.json({ isReady: broken.length === 0, checks }, broken.length === 0 ? 200 : 503);
    });
