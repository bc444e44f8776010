// The HTTP service as one object that answers requests. It holds no inspection logic: every route translates a
// request for the inspector, and every error leaves through one place.

import { bodyLimit } from "hono/body-limit";
import { requestId } from "hono/request-id";
import { secureHeaders } from "hono/secure-headers";
import { GumsaError } from "../errors.ts";
import { packageVersion } from "../package-root.ts";
import { authenticate } from "./access.ts";
import { audited } from "./audit.ts";
import type { AppOptions } from "./env.ts";
import { createMetrics } from "./metrics.ts";
import { openAiResponse, speaksOpenAi } from "./openai/errors.ts";
import { answerProblem, problemResponse } from "./problem.ts";
import { limitRate } from "./rate-limit.ts";
import { logged } from "./request-log.ts";
import { resourceRoutes } from "./resources.ts";
import { createRouter } from "./router.ts";
import { docsRoutes } from "./routes/docs.ts";
import { healthRoutes } from "./routes/health.ts";
import { mcpRoutes } from "./routes/mcp.ts";
import { metricsRoutes } from "./routes/metrics.ts";
import { openAiRoutes } from "./routes/openai.ts";

/** Asked by machines that hold no key, and by a browser, which sends none when it opens a page. */
const OPEN_PATHS = /^\/(healthz|readyz|openapi\.json|docs(\/.*)?)$/;

/** Everything comes from the service itself; reports and the reference carry their styles and pictures in the page. */
const HEADERS = {
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
};

export const createApp = (options: AppOptions) => {
  const { inspector, log, limits } = options;
  const app = createRouter();
  const answer = answerProblem(log);
  app.onError((error, context) =>
    speaksOpenAi(context.req.path) ? openAiResponse(error, log) : answer(error, context),
  );
  app.notFound((context) =>
    problemResponse({
      code: "route_unknown",
      detail: `${context.req.method} ${context.req.path} is not a route.`,
      instance: context.get("requestId"),
      hint: "/openapi.json lists them",
    }),
  );
  const guard = authenticate(inspector.keys);
  const metrics = createMetrics(inspector);
  app.use(requestId(), secureHeaders(HEADERS), metrics.timed, logged(log));
  app.use((context, next) => (OPEN_PATHS.test(context.req.path) ? next() : guard(context, next)));
  app.use(limitRate(limits.requestsPerMinute ?? 0));
  app.use("/v1/*", audited(inspector.audit));
  app.use(bodyLimit({ maxSize: limits.bodyBytes, onError: () => refuseBody(limits.bodyBytes) }));
  app.route("/", resourceRoutes(options));
  app.route("/", mcpRoutes(options));
  app.route("/", openAiRoutes(options));
  app.route("/", healthRoutes(options));
  app.route("/", metricsRoutes(metrics.registry));
  app.route("/", docsRoutes());
  app.openAPIRegistry.registerComponent("securitySchemes", "key", { type: "http", scheme: "bearer" });
  app.doc31("/openapi.json", {
    openapi: "3.1.0",
    security: [{ key: [] }, {}],
    info: {
      title: "Gumsa",
      version: packageVersion(),
      description: "Visual inspection: a calibrated verdict with evidence and a report.",
    },
  });
  return app;
};

const refuseBody = (bytes: number): never => {
  throw new GumsaError("body_too_large", `The request is larger than ${bytes / 1e6} MB.`, {
    hint: "send a smaller picture, or raise GUMSA_MAX_BODY_MEGABYTES",
  });
};
