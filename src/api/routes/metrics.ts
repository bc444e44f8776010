import { createRoute, z } from "@hono/zod-openapi";
import type { Registry } from "prom-client";
import { atLeast } from "../access.ts";
import { createRouter } from "../router.ts";
import { problems } from "../problem.ts";

const getMetrics = createRoute({
  method: "get",
  path: "/metrics",
  tags: ["operations"],
  summary: "What a Prometheus server reads",
  middleware: [atLeast("admin")] as const,
  responses: {
    200: {
      description: "Prometheus text format.",
      content: { "text/plain": { schema: z.string() } },
    },
    ...problems("role_insufficient"),
  },
});

export const metricsRoutes = (registry: Registry) =>
  createRouter().openapi(getMetrics, async (context) =>
    context.text(await registry.metrics(), 200, { "content-type": registry.contentType }),
  );
