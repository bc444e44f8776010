// Where a product's threshold comes from, whether its good pictures are good, and what another rate would do.
import { createRoute, z } from "@hono/zod-openapi";
import { Calibration, CalibrationChange } from "../../domain/calibration.ts";
import { Alpha } from "../../domain/product.ts";
import { ProductAudit } from "../../domain/product-audit.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { json, jsonBody } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneProduct } from "./products.ts";

const getCalibration = createRoute({
  method: "get",
  path: "/v1/products/{product}/calibration",
  tags: ["calibration"],
  summary: "What the good pictures score when they are left out, and the thresholds that follow",
  request: { params: OneProduct },
  responses: {
    200: json(Calibration.meta({ id: "Calibration" }), "By view."),
    ...problems("product_unknown"),
  },
});

const calibrate = createRoute({
  method: "post",
  path: "/v1/products/{product}/calibration",
  tags: ["calibration"],
  summary: "Set the rate of false alarms, or try what another one would do to recorded verdicts",
  middleware: [atLeast("engineer")] as const,
  request: {
    params: OneProduct,
    body: jsonBody(z.object({ alpha: Alpha, isTrial: z.boolean().default(false) })),
  },
  responses: {
    200: json(CalibrationChange.meta({ id: "CalibrationChange" }), "A trial leaves everything as it is."),
    ...problems("role_insufficient", "product_unknown"),
  },
});

const audit = createRoute({
  method: "post",
  path: "/v1/products/{product}/audit",
  tags: ["calibration"],
  summary: "Look for suspicious good pictures: unlike the others, doubled, badly taken",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneProduct, headers: Preference },
  responses: {
    200: json(
      ProductAudit.meta({ id: "ProductAudit" }),
      "What weighs most first, with advice for each kind.",
    ),
    202: accepted,
    ...problems("role_insufficient", "product_unknown", ...LONG_WORK_CODES),
  },
});

export const calibrationRoutes = ({ inspector }: ApiDeps) =>
  createRouter()
    .openapi(getCalibration, async (context) =>
      context.json(await inspector.products.calibration(context.req.valid("param").product), 200),
    )
    .openapi(calibrate, async (context) => {
      const { product } = context.req.valid("param");
      return context.json(await inspector.products.calibrate(product, context.req.valid("json")), 200);
    })
    .openapi(audit, async (context) => {
      const { product } = context.req.valid("param");
      await inspector.products.show(product);
      return answerWork(context, inspector, {
        task: { kind: "audit_references", subject: product, input: { product } },
        result: ProductAudit,
        answer: (done) => context.json(done, 200),
      });
    });
