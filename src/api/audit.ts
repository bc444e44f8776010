// Who changed what: every request that is not a question is written down with its outcome.
import { createMiddleware } from "hono/factory";
import type { Inspector } from "../inspector.ts";
import type { ApiEnv } from "./env.ts";

const QUESTIONS = ["GET", "HEAD", "OPTIONS"];

export const audited = (audit: Inspector["audit"]) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    await next();
    const { method, path } = context.req;
    if (QUESTIONS.includes(method)) return;
    await audit.add({
      at: new Date().toISOString(),
      who: context.get("principal").name,
      action: `${method} ${path}`,
      subject: context.res.headers.get("location") ?? path,
      status: context.res.status,
    });
  });
