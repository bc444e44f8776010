import { createRoute, z } from "@hono/zod-openapi";
import { JobId, JobState } from "../../domain/job.ts";
import type { ApiDeps } from "../env.ts";
import { LastEvent, streamEvents } from "../event-stream.ts";
import { json } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { JobDocument, JobEventDocument } from "../schemas.ts";

const OneJob = z.object({ id: JobId });

const listJobs = createRoute({
  method: "get",
  path: "/v1/jobs",
  tags: ["jobs"],
  summary: "The newest jobs first",
  request: {
    query: z.object({
      state: JobState.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
  },
  responses: { 200: json(z.object({ jobs: z.array(JobDocument) }), "Newest first."), ...problems() },
});

const getJob = createRoute({
  method: "get",
  path: "/v1/jobs/{id}",
  tags: ["jobs"],
  summary: "One job",
  request: { params: OneJob },
  responses: { 200: json(JobDocument, "As it stands."), ...problems("job_unknown") },
});

const getJobEvents = createRoute({
  method: "get",
  path: "/v1/jobs/{id}/events",
  tags: ["jobs"],
  summary: "What happens to a job, live: its progress, and `result` with what it came back with",
  request: { params: OneJob, headers: LastEvent },
  responses: {
    200: {
      description: "Events until its end; the data of each is JSON.",
      content: { "text/event-stream": { schema: JobEventDocument } },
    },
    ...problems("job_unknown"),
  },
});

const cancelJob = createRoute({
  method: "post",
  path: "/v1/jobs/{id}/cancel",
  tags: ["jobs"],
  summary: "Stop a job unless it has ended",
  request: { params: OneJob },
  responses: { 200: json(JobDocument, "As it stands now."), ...problems("job_unknown") },
});

export const jobRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(listJobs, async (context) => {
      const { state, limit } = context.req.valid("query");
      return context.json({ jobs: await inspector.jobs.list({ limit, ...(state && { state }) }) }, 200);
    })
    .openapi(getJob, async (context) =>
      context.json(await inspector.jobs.get(context.req.valid("param").id), 200),
    )
    .openapi(getJobEvents, async (context) => {
      const { id } = await inspector.jobs.get(context.req.valid("param").id);
      const after = context.req.valid("header")["last-event-id"];
      return streamEvents(context, (signal) => inspector.jobs.events(id, { after, signal }));
    })
    .openapi(cancelJob, async (context) =>
      context.json(await inspector.jobs.cancel(context.req.valid("param").id), 200),
    );
