// The tools of the inspection one by one, and the pictures that they are told by their ids.
import { createRoute, z } from "@hono/zod-openapi";
import { BlobId, ImageRef } from "../../domain/image-ref.ts";
import { GumsaError } from "../../errors.ts";
import { sendBytes } from "../bytes.ts";
import type { ApiDeps } from "../env.ts";
import { checked, shownName } from "../form.ts";
import { type FormRoute, onForm } from "../form-route.ts";
import { json, jsonBody } from "../json.ts";
import { mimeOf, pictureAnswers } from "../pictures.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const Schema = z.record(z.string(), z.any()).describe("JSON Schema.");
const ToolDocument = z
  .object({ name: z.string(), description: z.string(), input: Schema, output: Schema })
  .meta({ id: "Tool" });

const listTools = createRoute({
  method: "get",
  path: "/v1/tools",
  tags: ["tools"],
  summary: "What can be asked step by step, as the inspection itself asks it",
  responses: { 200: json(z.object({ tools: z.array(ToolDocument) }), "With their schemas."), ...problems() },
});

const callTool = createRoute({
  method: "post",
  path: "/v1/tools/{name}",
  tags: ["tools"],
  summary: "Use one tool",
  request: {
    params: z.object({ name: z.string().min(1).max(100) }),
    body: jsonBody(z.record(z.string(), z.any())),
  },
  responses: {
    200: json(z.any(), "As the tool's output schema says."),
    ...problems("tool_unknown", "product_unknown", "blob_missing", "cancelled"),
  },
});

const storePicture: FormRoute = {
  method: "post",
  path: "/v1/pictures",
  tags: ["tools"],
  summary: "Store a picture, so that tools can be asked about it",
  role: "worker",
  request: {
    query: z.object({ fileName: z.string().max(255).default("image") }),
    body: {
      required: true,
      content: {
        "application/octet-stream": { schema: z.any().meta({ type: "string", format: "binary" }) },
      },
    },
  },
  responses: {
    201: json(ImageRef.meta({ id: "ImageRef" }), "Its id is the hash of its bytes."),
    ...problems("image_unreadable", "image_damaged", "image_too_large", "body_too_large"),
  },
};

const getPicture = createRoute({
  method: "get",
  path: "/v1/pictures/{id}",
  tags: ["tools"],
  summary: "A stored picture by its id",
  request: { params: z.object({ id: BlobId }) },
  responses: { ...pictureAnswers, ...problems("picture_unknown", "blob_missing") },
});

export const toolRoutes = ({ inspector }: ApiDeps) => {
  const routes = createRouter();
  onForm(routes, storePicture, async (context) => {
    const bytes = new Uint8Array(await context.req.arrayBuffer());
    const fileName = shownName(context.req.query("fileName") ?? "image");
    if (bytes.length === 0) throw new GumsaError("image_unreadable", "The body is empty.");
    const image = await inspector.blobs.put(bytes);
    const picture = checked(ImageRef, await inspector.tools.call("open_image", { image, fileName }));
    return context.json(picture, 201, { location: `/v1/pictures/${image}` });
  });
  return routes
    .openapi(listTools, (context) => context.json({ tools: [...inspector.tools.list()] }, 200))
    .openapi(callTool, async (context) => {
      const { signal } = context.req.raw;
      const { name } = context.req.valid("param");
      return context.json(await inspector.tools.call(name, context.req.valid("json"), { signal }), 200);
    })
    .openapi(getPicture, async (context) => {
      const { id } = context.req.valid("param");
      const bytes = await inspector.blobs.get(id);
      const mime = mimeOf(bytes);
      if (mime !== undefined) return sendBytes(context, { bytes, mime, tag: id });
      throw new GumsaError("picture_unknown", `${id} is not a picture.`);
    });
};
