// A recorded inspection's report: as a file, and as other writers would have phrased it.
import { createRoute, z } from "@hono/zod-openapi";
import { Comparison } from "../../domain/comparison.ts";
import { Language } from "../../domain/language.ts";
import { REPORT_FORMATS, type ReportFormat } from "../../domain/report-format.ts";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneInspection } from "./inspections.ts";

const MIME: Readonly<Record<ReportFormat, string>> = {
  pdf: "application/pdf",
  html: "text/html; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  json: "application/json",
};
const text = { schema: z.string() };

const getReport = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/report",
  tags: ["inspections"],
  summary: "The report as a file",
  request: {
    params: OneInspection,
    query: z.object({
      format: z.enum(REPORT_FORMATS).default("html"),
      lang: Language.optional().describe("Left out for the language in which it was written."),
    }),
  },
  responses: {
    200: {
      description: "In another language than the record's it is phrased anew, by rules, from the same facts.",
      content: {
        "text/html": text,
        "application/pdf": { schema: z.any().meta({ type: "string", format: "binary" }) },
        "text/markdown": text,
        "application/json": { schema: z.any().meta({ $ref: "#/components/schemas/Inspection" }) },
      },
    },
    ...problems("inspection_unknown"),
  },
});

const compareWriters = createRoute({
  method: "post",
  path: "/v1/inspections/{id}/compare",
  tags: ["inspections"],
  summary: "The same evidence as several writers phrase it; the record stays as it is",
  request: {
    params: OneInspection,
    headers: Preference,
    body: jsonBody(
      z.object({
        writers: z.array(z.string().min(1)).min(1).max(8).describe("The others are compared with the first."),
        language: Language.optional(),
      }),
    ),
  },
  responses: {
    200: json(Comparison.meta({ id: "Comparison" }), "What each says, and what the others do not."),
    202: accepted,
    ...problems("inspection_unknown", "llm_unavailable", "llm_model_missing", ...LONG_WORK_CODES),
  },
});

export const inspectionReportRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(getReport, async (context) => {
      const { format, lang } = context.req.valid("query");
      const inspection = await inspector.inspections.get(context.req.valid("param").id);
      const bytes = await inspector.inspections.render(inspection, {
        format,
        ...(lang && { language: lang }),
      });
      return new Response(new Uint8Array(bytes), {
        headers: {
          "content-type": MIME[format],
          "content-disposition": `inline; filename="${inspection.id}.${format}"`,
        },
      });
    })
    .openapi(compareWriters, async (context) => {
      const { id } = context.req.valid("param");
      const { writers, language } = context.req.valid("json");
      await inspector.inspections.get(id);
      const input = { inspection: id, writers, ...(language && { language }) };
      return answerWork(context, inspector, {
        task: { kind: "compare_writers", subject: id, input },
        result: Comparison,
        answer: (done) => context.json(done, 200),
      });
    });
