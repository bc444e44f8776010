// What happens to an inspection, as server-sent events.
import { createRoute } from "@hono/zod-openapi";
import type { ApiDeps } from "../env.ts";
import { LastEvent, streamEvents } from "../event-stream.ts";
import { createRouter } from "../router.ts";
import { problems } from "../problem.ts";
import { JobEventDocument } from "../schemas.ts";
import { jobOf, OneInspection } from "./inspections.ts";

const getEvents = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/events",
  tags: ["inspections"],
  summary: "What happens to an inspection, live",
  request: {
    params: OneInspection,
    headers: LastEvent,
  },
  responses: {
    200: {
      description: "Events until its end; the data of each is JSON.",
      content: { "text/event-stream": { schema: JobEventDocument } },
    },
    ...problems("inspection_unknown"),
  },
});

export const inspectionEventRoutes = ({ inspector }: ApiDeps) =>
  createRouter().openapi(getEvents, async (context) => {
    const { id } = context.req.valid("param");
    const after = context.req.valid("header")["last-event-id"];
    const job = await jobOf(id, inspector);
    if (!job) await inspector.inspections.get(id); // made without a job: it is over, or unknown
    return streamEvents(context, (signal) =>
      job ? inspector.jobs.events(job.id, { after, signal }) : none(),
    );
  });

async function* none(): AsyncGenerator<never> {}
