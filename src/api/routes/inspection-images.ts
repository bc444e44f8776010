import { createRoute, z } from "@hono/zod-openapi";
import { PICTURE_KINDS } from "../../domain/inspection.ts";
import { GumsaError } from "../../errors.ts";
import { sendBytes } from "../bytes.ts";
import type { ApiDeps } from "../env.ts";
import { createRouter } from "../router.ts";
import { problems } from "../problem.ts";
import { OneInspection } from "./inspections.ts";

const getImage = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/images/{kind}",
  tags: ["inspections"],
  summary: "The inspected picture, or one that shows the finding",
  request: { params: OneInspection.extend({ kind: z.enum(["source", ...PICTURE_KINDS]) }) },
  responses: {
    200: {
      description: "The picture.",
      content: { "image/*": { schema: z.any().meta({ type: "string", format: "binary" }) } },
    },
    206: { description: "The part that was asked for." },
    304: { description: "The caller has it." },
    416: { description: "The range lies beyond the end." },
    ...problems("inspection_unknown", "picture_unknown", "picture_deleted"),
  },
});

export const inspectionImageRoutes = ({ inspector }: ApiDeps) =>
  createRouter().openapi(getImage, async (context) => {
    const { id, kind } = context.req.valid("param");
    const inspection = await inspector.inspections.get(id);
    const bytes = await inspector.inspections.picture(inspection, kind);
    if (bytes === undefined) {
      throw new GumsaError("picture_unknown", `The inspection ${id} has no picture of the kind ${kind}.`);
    }
    const source = inspection.images[0]?.image;
    const mime = kind === "source" ? `image/${source?.format ?? "png"}` : "image/png";
    const tag = kind === "source" ? source?.id : inspection.pictures[kind];
    return sendBytes(context, { bytes, mime, tag: tag ?? kind });
  });
