// Work that may take minutes: done as a job, and waited for unless its caller would rather follow it.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Job } from "../domain/job.ts";
import type { Inspector } from "../inspector.ts";
import type { ApiEnv } from "./env.ts";
import { json } from "./json.ts";
import { endOf, failureOf } from "./queued-inspection.ts";
import { JobDocument } from "./schemas.ts";

export const Preference = z.object({
  prefer: z.string().optional().describe("respond-async answers at once, with the job."),
});

/** Besides what a route can answer by itself. */
export const LONG_WORK_CODES = ["queue_full", "cancelled", "service_stopping"] as const;

export const accepted = json(
  JobDocument,
  "The job; its events tell the progress, and `result` what it came back with.",
);

export const isAsync = (context: Context): boolean =>
  /\brespond-async\b/i.test(context.req.header("prefer") ?? "");

/** The job itself, where the caller said so; else what the job came back with. Throws what ended it. */
export const doWork = async <Result extends z.ZodType>(
  context: Context<ApiEnv>,
  inspector: Inspector,
  {
    start,
    result,
  }: { readonly start: (client: { client: string }) => Promise<Job>; readonly result: Result },
): Promise<{ readonly job: Job } | { readonly done: z.output<Result> }> => {
  const job = await start({ client: context.get("principal").name });
  if (isAsync(context)) return { job };
  const ended = await endOf(job, { inspector, signal: context.req.raw.signal });
  if (ended.state !== "done") throw failureOf(ended);
  return { done: result.parse(await inspector.jobs.result(job.id)) };
};

/** Where the job is told of. */
export const followed = (job: Job): Record<string, string> => ({
  location: `/v1/jobs/${job.id}`,
  "preference-applied": "respond-async",
});
