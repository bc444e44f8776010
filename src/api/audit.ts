// Who changed what: every request that is not a question is written down with its outcome, but one that was turned away
// because too much waits: it changed nothing, and turning it away must cost next to nothing.
import { createMiddleware } from "hono/factory";
import type { Inspector } from "../inspector.ts";
import type { ApiEnv } from "./env.ts";

const QUESTIONS = ["GET", "HEAD", "OPTIONS"];
const TOO_MANY = 429;

export const audited = (audit: Inspector["audit"]) =>
  createMiddleware<ApiEnv>(async (context, next) => {
    await next();
    const { method, path } = context.req;
    if (QUESTIONS.includes(method) || context.res.status === TOO_MANY) return;
    await audit.add({
      at: new Date().toISOString(),
      who: context.get("principal").name,
      action: `${method} ${path}`,
      subject: context.res.headers.get("location") ?? path,
      status: context.res.status,
    });
  });
