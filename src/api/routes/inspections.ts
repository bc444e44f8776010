import { createHash } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { InspectionId } from "../../domain/inspection.ts";
import { hasEnded, type Job } from "../../domain/job.ts";
import { GumsaError } from "../../errors.ts";
import type { InspectInput, Inspector } from "../../inspector.ts";
import type { ApiDeps, ApiEnv } from "../env.ts";
import { endOf, failureOf } from "../queued-inspection.ts";
import { createRouter } from "../router.ts";
import { json } from "../json.ts";
import { isAsync } from "../long-work.ts";
import { problems } from "../problem.ts";
import { InspectionDocument, JobDocument } from "../schemas.ts";
import { InspectTexts, JsonUpload, readUpload } from "../uploads.ts";

const Form = InspectTexts.extend({
  image: z
    .any()
    .meta({ type: "string", format: "binary", description: "A picture; image.VIEW for a further view." }),
}).meta({ id: "InspectionForm" });

/** The body has three forms, which `readUpload` tells apart; here they are described only. */
const postInspection = createRoute({
  method: "post",
  path: "/v1/inspections",
  tags: ["inspections"],
  summary: "Inspect one picture, or one a view",
  request: {
    headers: z.object({
      prefer: z.string().optional().describe("respond-async answers at once, with the job."),
      "idempotency-key": z
        .string()
        .max(200)
        .optional()
        .describe("A repeated call with the same key is not another inspection."),
    }),
    query: InspectTexts.extend({
      fileName: z.string().optional(),
      view: z.string().optional(),
    }),
    body: {
      content: {
        "multipart/form-data": { schema: Form },
        "application/json": { schema: JsonUpload.meta({ id: "InspectionUpload" }) },
        "application/octet-stream": { schema: z.any().meta({ type: "string", format: "binary" }) },
      },
    },
  },
  responses: {
    201: json(InspectionDocument, "The frozen record."),
    202: json(JobDocument, "The job that will make it."),
    ...problems(
      "image_unreadable",
      "image_damaged",
      "image_too_large",
      "image_too_small",
      "product_unknown",
      "product_required",
      "request_key_reused",
      "fetch_disabled",
      "address_refused",
      "address_unreachable",
      "answer_too_large",
      "queue_full",
      "body_too_large",
      "cancelled",
      "service_stopping",
    ),
  },
});

/** Why an accepted inspection was not made, beside a fault. */
const UNMADE_CODES = [
  "image_unreadable",
  "image_damaged",
  "image_too_large",
  "image_too_small",
  "product_unknown",
  "cancelled",
] as const;

export const OneInspection = z.object({ id: InspectionId });

const getInspection = createRoute({
  method: "get",
  path: "/v1/inspections/{id}",
  tags: ["inspections"],
  summary: "One inspection",
  request: { params: OneInspection },
  responses: {
    200: json(InspectionDocument, "The frozen record."),
    202: json(JobDocument, "It is not done yet."),
    ...problems("inspection_unknown", ...UNMADE_CODES),
  },
});

export const inspectionRoutes = (deps: ApiDeps) => {
  const { inspector } = deps;
  const routes = createRouter();
  routes.openAPIRegistry.registerPath(postInspection);
  routes.post("/v1/inspections", async (context) => acceptInspection(context, deps));
  return routes.openapi(getInspection, async (context) => {
    const { id } = context.req.valid("param");
    const job = await jobOf(id, inspector);
    if (job && !hasEnded(job)) return context.json(job, 202, { "retry-after": "1" });
    const inspection = await inspector.inspections.get(id).catch((error: unknown) => {
      throw job && isUnmade(error, job) ? failureOf(job) : error;
    });
    return context.json(inspection, 200);
  });
};

/** That it was accepted and came to another end says more than that there is none. */
const isUnmade = (error: unknown, { state }: Job): boolean =>
  error instanceof GumsaError && error.code === "inspection_unknown" && state !== "done";

export const jobOf = async (inspection: string, inspector: Inspector): Promise<Job | undefined> =>
  (await inspector.jobs.list({ kind: "inspect", subject: inspection, limit: 1 }))[0];

const acceptInspection = async (context: Context<ApiEnv>, { inspector }: ApiDeps): Promise<Response> => {
  const input = await readUpload(context, inspector);
  const key = context.req.header("idempotency-key");
  const job = await inspector.jobs.inspect(input, {
    client: context.get("principal").name,
    ...(key !== undefined && { request: { key, hash: hashOf(input) } }),
  });
  return answerInspection(context, job, { inspector, isRepeatable: key !== undefined });
};

/** 202 with the job, where the caller asked for that; else the inspection that it made. Throws what ended it. */
export const answerInspection = async (
  context: Context<ApiEnv>,
  job: Job,
  { inspector, isRepeatable = false }: { readonly inspector: Inspector; readonly isRepeatable?: boolean },
) => {
  const headers = { location: `/v1/inspections/${job.subject}` };
  if (isAsync(context)) return context.json(job, 202, { ...headers, "preference-applied": "respond-async" });
  const ended = await endOf(job, { inspector, signal: context.req.raw.signal, isRepeatable });
  if (ended.state !== "done") throw failureOf(ended);
  return context.json(await inspector.inspections.get(job.subject), 201, headers);
};

/** Of everything that was asked, so that a key cannot stand for two requests. */
const hashOf = ({ images, ...asked }: InspectInput): string => {
  const hash = createHash("sha256").update(JSON.stringify(asked));
  for (const { fileName, view, bytes } of images)
    hash.update(JSON.stringify([fileName, view, bytes.length])).update(bytes);
  return hash.digest("hex");
};
