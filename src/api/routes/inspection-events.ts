// What happens to an inspection, as server-sent events. A client that lost the line says the last one it saw.
import { createRoute, z } from "@hono/zod-openapi";
import { streamSSE } from "hono/streaming";
import type { ApiDeps } from "../env.ts";
import { createRouter } from "../router.ts";
import { problems } from "../problem.ts";
import { JobEventDocument } from "../schemas.ts";
import { jobOf, OneInspection } from "./inspections.ts";

const HEARTBEAT_MS = 15_000;

const getEvents = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/events",
  tags: ["inspections"],
  summary: "What happens to an inspection, live",
  request: {
    params: OneInspection,
    headers: z.object({ "last-event-id": z.coerce.number().int().min(0).default(0) }),
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
    return streamSSE(context, async (stream) => {
      const gone = new AbortController();
      stream.onAbort(() => gone.abort("the client has gone"));
      const heartbeat = setInterval(() => void stream.write(": \n\n"), HEARTBEAT_MS);
      const { signal } = gone;
      for await (const event of job ? inspector.jobs.events(job.id, { after, signal }) : []) {
        await stream.writeSSE({ id: String(event.seq), event: event.name, data: JSON.stringify(event.data) });
      }
      clearInterval(heartbeat);
    });
  });
