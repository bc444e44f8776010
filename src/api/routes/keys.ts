import { createRoute, z } from "@hono/zod-openapi";
import { ApiKey } from "../../domain/api-key.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const KeyDocument = ApiKey.meta({ id: "ApiKey" });
const forAdmins = atLeast("admin");

const listKeys = createRoute({
  method: "get",
  path: "/v1/keys",
  tags: ["operations"],
  summary: "Who has a key",
  middleware: forAdmins,
  responses: {
    200: json(z.object({ keys: z.array(KeyDocument) }), "Without their secrets."),
    ...problems("role_insufficient"),
  },
});

const addKey = createRoute({
  method: "post",
  path: "/v1/keys",
  tags: ["operations"],
  summary: "Make a key; with the first one the service stops serving without keys",
  middleware: forAdmins,
  request: {
    body: jsonBody(ApiKey.pick({ name: true, role: true })),
  },
  responses: {
    201: json(z.object({ key: KeyDocument, secret: z.string() }), "The secret is told this once."),
    ...problems("role_insufficient", "key_exists"),
  },
});

const removeKey = createRoute({
  method: "delete",
  path: "/v1/keys/{name}",
  tags: ["operations"],
  summary: "Revoke a key",
  middleware: forAdmins,
  request: { params: ApiKey.pick({ name: true }) },
  responses: {
    204: { description: "It opens nothing any more." },
    ...problems("role_insufficient", "key_name_unknown"),
  },
});

export const keyRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(listKeys, async (context) => context.json({ keys: await inspector.keys.list() }, 200))
    .openapi(addKey, async (context) =>
      context.json(await inspector.keys.add(context.req.valid("json")), 201, { "cache-control": "no-store" }),
    )
    .openapi(removeKey, async (context) => {
      await inspector.keys.remove(context.req.valid("param").name);
      return context.body(null, 204);
    });
