import { createRoute } from "@hono/zod-openapi";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { accepted, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { InspectionDocument } from "../schemas.ts";
import { askedOf, InspectFields } from "../uploads.ts";
import { answerInspection, OneInspection } from "./inspections.ts";

const reinspect = createRoute({
  method: "post",
  path: "/v1/inspections/{id}/reinspect",
  tags: ["inspections"],
  summary: "The same pictures once more, with whatever is to be otherwise",
  request: {
    params: OneInspection,
    headers: Preference,
    body: jsonBody(InspectFields.meta({ id: "Reinspection" })),
  },
  responses: {
    201: json(InspectionDocument, "A record of its own; `metadata.reinspectionOf` names the first."),
    202: accepted,
    ...problems(
      "inspection_unknown",
      "product_unknown",
      "picture_deleted",
      "blob_missing",
      ...LONG_WORK_CODES,
    ),
  },
});

export const reinspectionRoutes = ({ inspector }: ApiDeps) =>
  createRouter().openapi(reinspect, async (context) => {
    const { id } = context.req.valid("param");
    const input = await inspector.inspections.again(id, askedOf(context.req.valid("json")));
    const job = await inspector.jobs.inspect(input, { client: context.get("principal").name });
    return answerInspection(context, job, { inspector });
  });
