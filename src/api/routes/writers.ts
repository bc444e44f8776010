// Who phrases reports: the rules, a language model, an adapter of one.
import { createRoute, z } from "@hono/zod-openapi";
import { Adapter } from "../../domain/adapter.ts";
import { Canary } from "../../domain/canary.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { given } from "../given.ts";
import { json, jsonBody } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

const AdapterDocument = Adapter.meta({ id: "Adapter" });
const OneAdapter = z.object({ name: z.string().min(1).max(200) });

const getWriters = createRoute({
  method: "get",
  path: "/v1/writers",
  tags: ["writers"],
  summary: "Who phrases reports where none is named, and which adapters are registered",
  responses: {
    200: json(
      z.object({ current: z.string(), adapters: z.array(AdapterDocument) }),
      "`rule` needs no model.",
    ),
    ...problems(),
  },
});

const chooseWriter = createRoute({
  method: "put",
  path: "/v1/writers/current",
  tags: ["writers"],
  summary: "Choose who phrases reports from now on; a language model is found and its sight tested first",
  middleware: [atLeast("engineer")] as const,
  request: {
    body: jsonBody(z.object({ writer: z.string().min(1).max(200) })),
  },
  responses: {
    200: json(
      z.object({
        writer: z.string(),
        isOverridden: z.boolean().describe("The service's own setting goes before."),
        found: z
          .object({ model: z.string(), server: z.string(), profile: z.string(), seesPictures: z.boolean() })
          .optional(),
        canary: Canary.optional(),
      }),
      "As it was found.",
    ),
    ...problems("role_insufficient", "llm_unavailable", "llm_model_missing", "adapter_unproven"),
  },
});

const proveAdapter = createRoute({
  method: "post",
  path: "/v1/adapters/{name}/prove",
  tags: ["writers"],
  summary: "Compare an adapter with its base over recorded inspections",
  middleware: [atLeast("engineer")] as const,
  request: {
    params: OneAdapter,
    headers: Preference,
    body: jsonBody(
      z.object({
        product: z.string().optional(),
        inspections: z.int().min(1).max(1000).optional().describe("The newest, at the most."),
      }),
    ),
  },
  responses: {
    200: json(AdapterDocument, "With its proof."),
    202: accepted,
    ...problems("role_insufficient", "adapter_unknown", "llm_unavailable", ...LONG_WORK_CODES),
  },
});

const removeAdapter = createRoute({
  method: "delete",
  path: "/v1/adapters/{name}",
  tags: ["writers"],
  summary: "Remove an adapter, from the Ollama server too where it was made there",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneAdapter },
  responses: {
    204: { description: "It is gone." },
    ...problems("role_insufficient", "adapter_unknown", "llm_unavailable"),
  },
});

export const writerRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(getWriters, async (context) => {
      const [current, adapters] = await Promise.all([inspector.writers.current(), inspector.adapters.list()]);
      return context.json({ current, adapters }, 200);
    })
    .openapi(chooseWriter, async (context) => {
      const { signal } = context.req.raw;
      return context.json(await inspector.writers.use(context.req.valid("json").writer, { signal }), 200);
    })
    .openapi(proveAdapter, async (context) => {
      const { name } = context.req.valid("param");
      const input = { name, ...given(context.req.valid("json")) };
      return answerWork(context, inspector, {
        task: { kind: "prove_adapter", subject: name, input },
        result: Adapter,
        answer: (done) => context.json(done, 200),
      });
    })
    .openapi(removeAdapter, async (context) => {
      await inspector.adapters.remove(context.req.valid("param").name, { signal: context.req.raw.signal });
      return context.body(null, 204);
    });
