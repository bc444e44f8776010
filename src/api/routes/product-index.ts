// The memory banks and vectors of a product, and the network that makes them.
import { createRoute, z } from "@hono/zod-openapi";
import { ModelChange } from "../../domain/model-change.ts";
import { ProductIndex } from "../../domain/product-index.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { given } from "../given.ts";
import { json, jsonBody } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneProduct } from "./products.ts";

const IndexDocument = ProductIndex.meta({ id: "ProductIndex" });

const getIndex = createRoute({
  method: "get",
  path: "/v1/products/{product}/index",
  tags: ["products"],
  summary: "How a product's memory banks and vectors stand",
  request: { params: OneProduct },
  responses: { 200: json(IndexDocument, "By view."), ...problems("product_unknown") },
});

const rebuildIndex = createRoute({
  method: "post",
  path: "/v1/products/{product}/index",
  tags: ["products"],
  summary: "Build memory banks and vectors anew; the old ones serve until the new ones stand",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneProduct, headers: Preference },
  responses: {
    200: json(IndexDocument, "As it stands now."),
    202: accepted,
    ...problems("role_insufficient", "product_unknown", "model_missing", ...LONG_WORK_CODES),
  },
});

const changeModel = createRoute({
  method: "post",
  path: "/v1/products/{product}/model",
  tags: ["products"],
  summary: "Use another feature network, or try what it would change; without one, take the last change back",
  middleware: [atLeast("engineer")] as const,
  request: {
    params: OneProduct,
    headers: Preference,
    body: jsonBody(
      z.object({
        model: z.string().min(1).max(200).optional(),
        isTrial: z.boolean().default(false),
      }),
    ),
  },
  responses: {
    200: json(ModelChange.meta({ id: "ModelChange" }), "Thresholds, and the verdicts that differ."),
    202: accepted,
    ...problems("role_insufficient", "product_unknown", "model_unknown", "model_unfit", ...LONG_WORK_CODES),
  },
});

export const productIndexRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(getIndex, async (context) =>
      context.json(await inspector.products.index(context.req.valid("param").product), 200),
    )
    .openapi(rebuildIndex, async (context) => {
      const { product } = context.req.valid("param");
      await inspector.products.show(product);
      return answerWork(context, inspector, {
        task: { kind: "rebuild_index", subject: product, input: { product } },
        result: ProductIndex,
        answer: (done) => context.json(done, 200),
      });
    })
    .openapi(changeModel, async (context) => {
      const { product } = context.req.valid("param");
      await inspector.products.show(product);
      const input = { product, ...given(context.req.valid("json")) };
      return answerWork(context, inspector, {
        task: { kind: "change_model", subject: product, input },
        result: ModelChange,
        answer: (done) => context.json(done, 200),
      });
    });
