// Work that may take minutes: done as a job, and waited for unless its caller would rather follow it.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Inspector, TaskInput, TaskKind } from "../inspector.ts";
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

interface Work<Kind extends TaskKind, Result extends z.ZodType, Answer> {
  readonly task: { readonly kind: Kind; readonly subject: string; readonly input: TaskInput<Kind> };
  readonly result: Result;
  readonly answer: (done: z.output<Result>) => Answer;
}

/** 202 with the job, where the caller asked for that; else the answer to what it came back with. Throws what ended it. */
export const answerWork = async <Kind extends TaskKind, Result extends z.ZodType, Answer>(
  context: Context<ApiEnv>,
  inspector: Inspector,
  { task, result, answer }: Work<Kind, Result, Answer>,
) => {
  const job = await inspector.jobs.start(task, { client: context.get("principal").name });
  if (isAsync(context)) {
    const headers = { location: `/v1/jobs/${job.id}`, "preference-applied": "respond-async" };
    return context.json(job, 202, headers);
  }
  const ended = await endOf(job, { inspector, signal: context.req.raw.signal });
  if (ended.state !== "done") throw failureOf(ended);
  return answer(result.parse(await inspector.jobs.result(job.id)));
};
