// Other agents, over the Model Context Protocol: the same keys, the same queue, the same limits as every other caller.
import { createSessions } from "../../mcp/sessions.ts";
import type { AppOptions } from "../env.ts";
import { inspectInTurn } from "../queued-inspection.ts";
import { createRouter } from "../router.ts";

export const mcpRoutes = ({ inspector, log, limits }: AppOptions) => {
  const sessions = createSessions({
    bodyBytes: limits.bodyBytes,
    contextOf: (caller) => ({ inspector, log, inspect: inspectInTurn(inspector, caller), readFile: null }),
  });
  const routes = createRouter();
  routes.all("/mcp", (context) => sessions.handle(context.req.raw, context.get("principal").name));
  return routes;
};
