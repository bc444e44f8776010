// So many requests a minute for each key, whatever they ask; kept in memory, and forgotten with the process.
import { rateLimiter } from "hono-rate-limiter";
import type { ApiEnv } from "./env.ts";
import { problemResponse } from "./problem.ts";

const MINUTE_MS = 60_000;

/** Answers 429 with `rate_limited` and the seconds after which the count begins anew; 0 sets no limit. */
export const limitRate = (requestsPerMinute: number) =>
  rateLimiter<ApiEnv>({
    windowMs: MINUTE_MS,
    limit: requestsPerMinute,
    standardHeaders: "draft-6",
    keyGenerator: (context) => context.get("principal")?.name ?? "",
    skip: (context) => requestsPerMinute === 0 || context.get("principal") === undefined,
    handler: (context) => {
      const { name } = context.get("principal");
      const seconds = Number(context.res.headers.get("retry-after"));
      return problemResponse({
        code: "rate_limited",
        detail: `The key ${name} may ask ${requestsPerMinute} times a minute.`,
        instance: context.get("requestId"),
        hint: `ask again in ${seconds} seconds, or raise GUMSA_REQUESTS_PER_MINUTE`,
        retryAfterSeconds: seconds,
      });
    },
  });
