// One line for each request, under the id that a problem document carries too, with the inspection that it is about.
import { createMiddleware } from "hono/factory";
import type { Log } from "../log.ts";
import type { ApiEnv } from "./env.ts";

const INSPECTION = /insp_[0-9a-z]{20}/;

export const logged = (log: Log) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    const start = performance.now();
    await next();
    const { method, path } = context.req;
    const [inspection] = INSPECTION.exec(`${path} ${context.res.headers.get("location") ?? ""}`) ?? [];
    log.info(
      {
        requestId: context.get("requestId"),
        method,
        path,
        status: context.res.status,
        who: context.get("principal")?.name,
        inspection,
        durationMs: Math.round(performance.now() - start),
      },
      "request",
    );
  });
