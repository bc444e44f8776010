import { createRoute, z } from "@hono/zod-openapi";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { json } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const ModelSummary = z
  .object({
    name: z.string(),
    task: z.string(),
    origin: z.enum(["bundled", "hub", "added"]),
    state: z.enum(["verified", "missing", "damaged"]),
    licence: z.string(),
    limits: z.string(),
    unverified: z.array(z.string()).describe("What its card could not confirm."),
    sizeBytes: z.number().optional(),
    repository: z.string().optional(),
    commit: z.string().optional(),
  })
  .meta({ id: "Model" });
const OneModel = z.object({ name: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,99}$/i, "a model's name") });

const listModels = createRoute({
  method: "get",
  path: "/v1/model-cards",
  tags: ["models"],
  summary: "The models on this machine, and those that could be pulled; every file is read",
  responses: { 200: json(z.object({ models: z.array(ModelSummary) }), "By name."), ...problems() },
});

const onModel = (verb: "pull" | "verify", summary: string) =>
  createRoute({
    method: "post",
    path: `/v1/model-cards/{name}/${verb}`,
    tags: ["models"],
    summary,
    middleware: [atLeast("engineer")] as const,
    request: { params: OneModel, headers: Preference },
    responses: {
      200: json(ModelSummary, "As it stands now."),
      202: accepted,
      ...problems(
        "role_insufficient",
        "model_unknown",
        "model_missing",
        "model_damaged",
        "hub_unreachable",
        ...LONG_WORK_CODES,
      ),
    },
  });

const pullModel = onModel("pull", "Fetch a model's files: the only thing that connects to a model hub");
const verifyModel = onModel("verify", "Read every file of a model and compare it with its card");

const removeModel = createRoute({
  method: "delete",
  path: "/v1/model-cards/{name}",
  tags: ["models"],
  summary: "Remove a model's files; a later pull gives the same bytes",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneModel },
  responses: {
    204: { description: "They are gone." },
    ...problems("role_insufficient", "model_unknown", "model_in_use"),
  },
});

export const modelCardRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(listModels, async (context) =>
      context.json(
        { models: (await inspector.models.list()).map((model) => ModelSummary.parse(model)) },
        200,
      ),
    )
    .openapi(pullModel, async (context) => {
      const { name } = context.req.valid("param");
      return answerWork(context, inspector, {
        task: { kind: "pull_model", subject: name, input: { name } },
        result: ModelSummary,
        answer: (done) => context.json(done, 200),
      });
    })
    .openapi(verifyModel, async (context) => {
      const { name } = context.req.valid("param");
      return answerWork(context, inspector, {
        task: { kind: "verify_model", subject: name, input: { name } },
        result: ModelSummary,
        answer: (done) => context.json(done, 200),
      });
    })
    .openapi(removeModel, async (context) => {
      await inspector.models.remove(context.req.valid("param").name);
      return context.body(null, 204);
    });
