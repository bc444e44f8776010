// Events of the store as server-sent events. A client that lost the line says the last one it saw.
import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { streamSSE } from "hono/streaming";
import type { JobEvent } from "../domain/job.ts";

const HEARTBEAT_MS = 15_000;

export const LastEvent = z.object({ "last-event-id": z.coerce.number().int().min(0).default(0) });

/** Until the events end or the client goes. */
export const streamEvents = <Event extends JobEvent>(
  context: Context,
  events: (signal: AbortSignal) => AsyncIterable<Event>,
  dataOf: (event: Event) => unknown = ({ data }) => data,
): Response =>
  streamSSE(context, async (stream) => {
    const gone = new AbortController();
    stream.onAbort(() => gone.abort("the client has gone"));
    const heartbeat = setInterval(() => void stream.write(": \n\n"), HEARTBEAT_MS);
    try {
      for await (const event of events(gone.signal)) {
        await stream.writeSSE({
          id: String(event.seq),
          event: event.name,
          data: JSON.stringify(dataOf(event)),
        });
      }
    } finally {
      clearInterval(heartbeat);
    }
  });
