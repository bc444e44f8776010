import { createRoute, z } from "@hono/zod-openapi";
import { Feedback, FeedbackInput } from "../../domain/feedback.ts";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneInspection } from "./inspections.ts";

const FeedbackDocument = Feedback.meta({ id: "Feedback" });

const addFeedback = createRoute({
  method: "post",
  path: "/v1/inspections/{id}/feedback",
  tags: ["inspections"],
  summary:
    "What was done, how useful the inspection was, and what is confirmed; the picture may become a case",
  request: {
    params: OneInspection,
    body: jsonBody(FeedbackInput.omit({ inspection: true }).meta({ id: "FeedbackInput" })),
  },
  responses: {
    201: json(FeedbackDocument, "As it was recorded. The inspection itself does not change."),
    ...problems("inspection_unknown", "type_unknown"),
  },
});

const listFeedback = createRoute({
  method: "get",
  path: "/v1/inspections/{id}/feedback",
  tags: ["inspections"],
  summary: "What people said about an inspection",
  request: { params: OneInspection },
  responses: {
    200: json(z.object({ feedback: z.array(FeedbackDocument) }), "In the order in which it was given."),
    ...problems("inspection_unknown"),
  },
});

export const feedbackRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(addFeedback, async (context) => {
      const { id } = context.req.valid("param");
      const feedback = await inspector.feedback.add({ inspection: id, ...context.req.valid("json") });
      return context.json(feedback, 201);
    })
    .openapi(listFeedback, async (context) => {
      const { id } = context.req.valid("param");
      await inspector.inspections.get(id);
      return context.json({ feedback: await inspector.feedback.list(id) }, 200);
    });
