import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { Batch, BatchEvent, BatchId, BatchItem } from "../../domain/batch.ts";
import { BatchForm, BatchUpload, readBatchUpload } from "../batch-upload.ts";
import type { ApiDeps, ApiEnv } from "../env.ts";
import { LastEvent, streamEvents } from "../event-stream.ts";
import { json } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const BatchDocument = Batch.meta({ id: "Batch" });
const OneBatch = z.object({ id: BatchId });
const tags = ["batches"];

const body = {
  content: {
    "multipart/form-data": { schema: BatchForm },
    "application/json": { schema: BatchUpload.meta({ id: "BatchUpload" }) },
  },
};
const refusals = [
  "image_unreadable",
  "product_unknown",
  "product_required",
  "inspection_unknown",
  "blob_missing",
  "queue_full",
  "body_too_large",
] as const;

const addBatch = createRoute({
  method: "post",
  path: "/v1/batches",
  tags,
  summary: "Inspect many pictures, each as an inspection of its own",
  request: {
    headers: z.object({
      "idempotency-key": z
        .string()
        .max(200)
        .optional()
        .describe("A repeated call with the same key is not another batch."),
    }),
    body,
  },
  responses: {
    202: json(BatchDocument, "All of it is accepted."),
    ...problems(...refusals, "request_key_reused"),
  },
});

const appendBatch = createRoute({
  method: "post",
  path: "/v1/batches/{id}/items",
  tags,
  summary: "Add pictures to a batch, where one request would be too large",
  request: { params: OneBatch, body },
  responses: {
    202: json(BatchDocument, "All of them are accepted."),
    ...problems(...refusals, "batch_unknown"),
  },
});

const listBatches = createRoute({
  method: "get",
  path: "/v1/batches",
  tags,
  summary: "The newest batches first",
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }) },
  responses: { 200: json(z.object({ batches: z.array(BatchDocument) }), "Newest first."), ...problems() },
});

const getBatch = createRoute({
  method: "get",
  path: "/v1/batches/{id}",
  tags,
  summary: "How far a batch is, and its verdicts",
  request: { params: OneBatch },
  responses: { 200: json(BatchDocument, "As it stands."), ...problems("batch_unknown") },
});

const listItems = createRoute({
  method: "get",
  path: "/v1/batches/{id}/items",
  tags,
  summary: "Its inspections one by one, with what went wrong",
  request: {
    params: OneBatch,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0).describe("The place of the last one seen."),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(BatchItem.meta({ id: "BatchItem" })) }), "In order."),
    ...problems("batch_unknown"),
  },
});

const getEvents = createRoute({
  method: "get",
  path: "/v1/batches/{id}/events",
  tags,
  summary: "What becomes of its inspections, live",
  request: { params: OneBatch, headers: LastEvent },
  responses: {
    200: {
      description: "Events until its end; the data of each is JSON and names the inspection.",
      content: { "text/event-stream": { schema: BatchEvent.meta({ id: "BatchEvent" }) } },
    },
    ...problems("batch_unknown"),
  },
});

const cancelBatch = createRoute({
  method: "post",
  path: "/v1/batches/{id}/cancel",
  tags,
  summary: "Stop what waits or runs of it",
  request: { params: OneBatch },
  responses: { 200: json(BatchDocument, "As it stands now."), ...problems("batch_unknown") },
});

export const batchRoutes = (deps: ApiDeps) => {
  const { batches } = deps.inspector;
  const routes = createRouter();
  routes.openAPIRegistry.registerPath(addBatch);
  routes.openAPIRegistry.registerPath(appendBatch);
  routes.post("/v1/batches", async (context) => acceptBatch(context, deps));
  routes.post("/v1/batches/:id/items", async (context) => {
    const id = BatchId.safeParse(context.req.param("id"));
    if (!id.success) return context.notFound();
    const client = context.get("principal").name;
    return context.json(await batches.append(id.data, await readBatchUpload(context), { client }), 202);
  });
  return routes
    .openapi(listBatches, async (context) =>
      context.json({ batches: await batches.list(context.req.valid("query")) }, 200),
    )
    .openapi(getBatch, async (context) => context.json(await batches.get(context.req.valid("param").id), 200))
    .openapi(listItems, async (context) => {
      const items = await batches.items(context.req.valid("param").id, context.req.valid("query"));
      return context.json({ items }, 200);
    })
    .openapi(getEvents, async (context) => {
      const { id } = context.req.valid("param");
      const after = context.req.valid("header")["last-event-id"];
      await batches.get(id);
      return streamEvents(
        context,
        (signal) => batches.events(id, { after, signal }),
        ({ inspection, data }) => ({ inspection, data }),
      );
    })
    .openapi(cancelBatch, async (context) =>
      context.json(await batches.cancel(context.req.valid("param").id), 200),
    );
};

const acceptBatch = async (
  context: Context<ApiEnv>,
  { inspector: { batches } }: ApiDeps,
): Promise<Response> => {
  const input = await readBatchUpload(context);
  const key = context.req.header("idempotency-key");
  const batch = await batches.add(input, {
    client: context.get("principal").name,
    ...(key !== undefined && { request: { key, hash: hashOf(input) } }),
  });
  return context.json(batch, 202, { location: `/v1/batches/${batch.id}` });
};

/** Of everything that was asked, so that a key cannot stand for two batches. */
const hashOf = ({ pictures, ...asked }: Awaited<ReturnType<typeof readBatchUpload>>): string => {
  const hash = createHash("sha256").update(JSON.stringify(asked));
  for (const { fileName, bytes } of pictures) {
    hash.update(JSON.stringify([fileName, bytes.length])).update(bytes);
  }
  return hash.digest("hex");
};
