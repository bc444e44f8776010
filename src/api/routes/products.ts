import { createRoute, z } from "@hono/zod-openapi";
import { DefectTypes } from "../../domain/defect-type.ts";
import { GrounderName } from "../../domain/grounding.ts";
import type { BlobId } from "../../domain/image-ref.ts";
import { Bilingual } from "../../domain/language.ts";
import { Manual } from "../../domain/manual.ts";
import { Alpha, DEFAULT_VIEW, Product, ProductId, View } from "../../domain/product.ts";
import { NamedBank } from "../../domain/product-index.ts";
import { GumsaError } from "../../errors.ts";
import type { Inspector } from "../../inspector.ts";
import { atLeast } from "../access.ts";
import type { ApiDeps } from "../env.ts";
import { checked, type Form, parsedJson, partsOf, readForm } from "../form.ts";
import { file, formBody } from "../form-fields.ts";
import { type FormRoute, onForm } from "../form-route.ts";
import { given } from "../given.ts";
import { json, jsonBody } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";

export const OneProduct = z.object({ product: ProductId });
const ProductDocument = Product.meta({ id: "Product" });

const ProductSummary = z
  .object({
    product: ProductDocument,
    references: z.int(),
    manuals: z.array(Manual.meta({ id: "Manual" })),
    cases: z.int(),
    bank: NamedBank.extend({
      leftOutScores: z.array(z.number()),
      threshold: z.number().optional(),
      falseAlarmBound: z.number().optional(),
    }).nullable(),
  })
  .meta({ id: "ProductSummary" });

const listProducts = createRoute({
  method: "get",
  path: "/v1/products",
  tags: ["products"],
  summary: "All products",
  responses: { 200: json(z.object({ products: z.array(ProductDocument) }), "By id."), ...problems() },
});

const Described = z
  .object({
    id: ProductId,
    names: Bilingual.optional(),
    alpha: Alpha.optional(),
    grounder: GrounderName.optional(),
    types: DefectTypes.optional(),
  })
  .meta({ id: "ProductDescription" });
const PRODUCT_FORM = z
  .object({
    product: z.string().describe("JSON: a ProductDescription."),
    good: file("Pictures of good parts, many under the same name; good.VIEW for a further view."),
    "case.TYPE": file("Pictures of a defect type, under its code.").optional(),
    manual: file("PDF manuals.").optional(),
  })
  .meta({ id: "ProductForm" });

const addProduct: FormRoute = {
  method: "post",
  path: "/v1/products",
  tags: ["products"],
  summary: "Register a product from pictures of good parts: builds and calibrates its memory bank",
  role: "engineer",
  request: { headers: Preference, body: formBody(PRODUCT_FORM) },
  responses: {
    201: json(ProductDocument, "All of it, or nothing."),
    202: accepted,
    ...problems(
      "role_insufficient",
      "body_too_large",
      "product_exists",
      "references_too_few",
      "type_unknown",
      "image_unreadable",
      "image_too_large",
      "manual_unreadable",
      "model_unknown",
      ...LONG_WORK_CODES,
    ),
  },
};

const showProduct = createRoute({
  method: "get",
  path: "/v1/products/{product}",
  tags: ["products"],
  summary: "One product with its memory bank",
  request: { params: OneProduct },
  responses: { 200: json(ProductSummary, "As it stands."), ...problems("product_unknown") },
});

const changeProduct = createRoute({
  method: "patch",
  path: "/v1/products/{product}",
  tags: ["products"],
  summary: "Change a product's names, rate of false alarms or grounder",
  middleware: [atLeast("engineer")] as const,
  request: {
    params: OneProduct,
    body: jsonBody(
      z
        .strictObject({ names: Bilingual, alpha: Alpha, grounder: GrounderName })
        .partial()
        .meta({ id: "ProductChanges" }),
    ),
  },
  responses: {
    200: json(ProductDocument, "As it is from now on. Recorded inspections stay as they are."),
    ...problems("role_insufficient", "product_unknown", "model_unknown"),
  },
});

const removeProduct = createRoute({
  method: "delete",
  path: "/v1/products/{product}",
  tags: ["products"],
  summary: "Remove a product with its references, cases and manuals; inspections stay",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneProduct },
  responses: { 204: { description: "It is gone." }, ...problems("role_insufficient", "product_unknown") },
});

export const productRoutes = ({ inspector }: ApiDeps) => {
  const routes = createRouter();
  onForm(routes, addProduct, async (context) => {
    const input = await described(await readForm(context), inspector);
    return answerWork(context, inspector, {
      task: { kind: "register_product", subject: input.id, input },
      result: Product,
      answer: (done) => context.json(done, 201, { location: `/v1/products/${done.id}` }),
    });
  });
  return routes
    .openapi(listProducts, async (context) =>
      context.json({ products: await inspector.products.list() }, 200),
    )
    .openapi(showProduct, async (context) => {
      const { manuals, ...summary } = await inspector.products.show(context.req.valid("param").product);
      return context.json(ProductSummary.parse({ ...summary, manuals }), 200);
    })
    .openapi(changeProduct, async (context) => {
      const { product } = context.req.valid("param");
      return context.json(await inspector.products.change(product, given(context.req.valid("json"))), 200);
    })
    .openapi(removeProduct, async (context) => {
      await inspector.products.remove(context.req.valid("param").product);
      return context.body(null, 204);
    });
};

/** The files are stored first, so that the job is plain data. */
const described = async ({ fields, files }: Form, { blobs }: Pick<Inspector, "blobs">) => {
  const { names, ...product } = checked(Described, parsedJson(fields.product ?? "", "product"));
  const good: { fileName: string; image: BlobId; view: View }[] = [];
  const manuals: { fileName: string; file: BlobId }[] = [];
  const cases: { fileName: string; image: BlobId; type: string }[] = [];
  for (const { field, fileName, bytes } of files) {
    const [kind, part] = partsOf(field);
    const stored = await blobs.put(bytes);
    if (kind === "good") good.push({ fileName, image: stored, view: checked(View, part ?? DEFAULT_VIEW) });
    else if (kind === "manual") manuals.push({ fileName, file: stored });
    else if (kind === "case" && part !== undefined) cases.push({ fileName, image: stored, type: part });
    else throw unknownField(field);
  }
  if (good.length === 0) throw new GumsaError("references_too_few", "The form has no picture named good.");
  return {
    ...given(product),
    id: product.id,
    names: names ?? { ko: product.id, en: product.id },
    good,
    manuals,
    cases,
  };
};

const unknownField = (field: string): GumsaError =>
  new GumsaError("usage_invalid", `${field} is not a field for a file.`, {
    hint: "good, good.VIEW, case.TYPE or manual",
  });
