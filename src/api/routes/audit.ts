import { createRoute, z } from "@hono/zod-openapi";
import { AuditEntry } from "../../domain/api-key.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { json } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const listAudit = createRoute({
  method: "get",
  path: "/v1/audit",
  tags: ["operations"],
  summary: "Who changed what, the newest first",
  middleware: [atLeast("admin")] as const,
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) }) },
  responses: {
    200: json(z.object({ entries: z.array(AuditEntry.meta({ id: "AuditEntry" })) }), "Newest first."),
    ...problems("role_insufficient"),
  },
});

export const auditRoutes = ({ inspector }: ApiDeps) =>
  createRouter().openapi(listAudit, async (context) =>
    context.json({ entries: await inspector.audit.list(context.req.valid("query")) }, 200),
  );
