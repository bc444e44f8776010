import { createRoute, z } from "@hono/zod-openapi";
import { DefectType, DefectTypes } from "../../domain/defect-type.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneProduct } from "./products.ts";

const Types = z.object({ types: z.array(DefectType.meta({ id: "DefectType" })) });

const listTypes = createRoute({
  method: "get",
  path: "/v1/products/{product}/types",
  tags: ["products"],
  summary: "The defect types of a product, with the words that people and manuals use for them",
  request: { params: OneProduct },
  responses: { 200: json(Types, "As they were given."), ...problems("product_unknown") },
});

const putTypes = createRoute({
  method: "put",
  path: "/v1/products/{product}/types",
  tags: ["products"],
  summary: "Replace the defect types of a product",
  middleware: [atLeast("engineer")] as const,
  request: {
    params: OneProduct,
    body: jsonBody(z.object({ types: DefectTypes })),
  },
  responses: {
    200: json(Types, "As they are from now on."),
    ...problems("role_insufficient", "product_unknown", "type_in_use"),
  },
});

export const defectTypeRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(listTypes, async (context) => {
      const { product } = await inspector.products.show(context.req.valid("param").product);
      return context.json({ types: product.types }, 200);
    })
    .openapi(putTypes, async (context) => {
      const { types } = context.req.valid("json");
      const changed = await inspector.products.change(context.req.valid("param").product, { types });
      return context.json({ types: changed.types }, 200);
    });
