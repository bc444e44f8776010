import { createRoute, z } from "@hono/zod-openapi";
import { EvidenceId } from "../../domain/evidence.ts";
import { View } from "../../domain/product.ts";
import { GumsaError } from "../../errors.ts";
import { SHOWN_KINDS } from "../../domain/shown-kind.ts";
import { sendBytes } from "../bytes.ts";
import type { ApiDeps } from "../env.ts";
import { pictureAnswers } from "../pictures.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneInspection } from "./inspections.ts";

const getImage = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/images/{kind}",
  tags: ["inspections"],
  summary: "The inspected picture, one that shows the finding, or the cited strip of a manual",
  request: {
    params: OneInspection.extend({ kind: z.enum(SHOWN_KINDS) }),
    query: z.object({
      view: View.optional().describe("Of `source`; left out for the first."),
      evidence: EvidenceId.optional().describe("Of `page-excerpt`: who cites it; left out for the first."),
    }),
  },
  responses: {
    ...pictureAnswers,
    ...problems("inspection_unknown", "picture_unknown", "picture_deleted", "blob_missing"),
  },
});

export const inspectionImageRoutes = ({ inspector }: ApiDeps) =>
  createRouter().openapi(getImage, async (context) => {
    const { id, kind } = context.req.valid("param");
    const inspection = await inspector.inspections.get(id);
    const shown = await inspector.inspections.shown(inspection, { kind, ...context.req.valid("query") });
    if (shown) return sendBytes(context, { ...shown, tag: shown.id });
    throw new GumsaError("picture_unknown", `The inspection ${id} has no such picture: ${kind}.`);
  });
