import { createRoute, z } from "@hono/zod-openapi";
import { Webhook, WebhookDelivery, WebhookId, WebhookInput } from "../../domain/webhook.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const WebhookDocument = Webhook.meta({ id: "Webhook" });
const OneWebhook = z.object({ id: WebhookId });
const admin = { middleware: atLeast("admin"), tags: ["webhooks"] };

const addWebhook = createRoute({
  ...admin,
  method: "post",
  path: "/v1/webhooks",
  summary: "Be told of recorded inspections, by signed messages",
  request: {
    body: jsonBody(WebhookInput.meta({ id: "WebhookInput" })),
  },
  responses: {
    201: json(
      WebhookDocument.extend({ secret: z.string().describe("Signs the messages; told this once.") }).meta({
        id: "NewWebhook",
      }),
      "The webhook with its secret.",
    ),
    ...problems("role_insufficient", "address_refused", "product_unknown"),
  },
});

const listWebhooks = createRoute({
  ...admin,
  method: "get",
  path: "/v1/webhooks",
  summary: "Who is told",
  responses: {
    200: json(z.object({ webhooks: z.array(WebhookDocument) }), "The oldest first."),
    ...problems("role_insufficient"),
  },
});

const removeWebhook = createRoute({
  ...admin,
  method: "delete",
  path: "/v1/webhooks/{id}",
  summary: "Tell it no more",
  request: { params: OneWebhook },
  responses: { 204: { description: "It is removed." }, ...problems("role_insufficient", "webhook_unknown") },
});

const listDeliveries = createRoute({
  ...admin,
  method: "get",
  path: "/v1/webhooks/{id}/deliveries",
  summary: "Every attempt to tell it",
  request: {
    params: OneWebhook,
    query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  },
  responses: {
    200: json(
      z.object({ deliveries: z.array(WebhookDelivery.meta({ id: "WebhookDelivery" })) }),
      "The newest first.",
    ),
    ...problems("role_insufficient", "webhook_unknown"),
  },
});

export const webhookRoutes = ({ inspector: { webhooks } }: ApiDeps) =>
  createRouter()
    .openapi(addWebhook, async (context) => {
      const { webhook, secret } = await webhooks.add(context.req.valid("json"));
      return context.json({ ...webhook, secret }, 201, { location: `/v1/webhooks/${webhook.id}` });
    })
    .openapi(listWebhooks, async (context) => context.json({ webhooks: await webhooks.list() }, 200))
    .openapi(removeWebhook, async (context) => {
      await webhooks.remove(context.req.valid("param").id);
      return context.body(null, 204);
    })
    .openapi(listDeliveries, async (context) => {
      const deliveries = await webhooks.deliveries(context.req.valid("param").id, context.req.valid("query"));
      return context.json({ deliveries }, 200);
    });
