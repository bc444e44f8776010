// Known defects of a product. Their ids follow one rule: product, type, number. A number is never given twice.
import { createRoute, z } from "@hono/zod-openapi";
import { Case, CaseId } from "../../domain/case.ts";
import { DefectCode } from "../../domain/defect-type.ts";
import type { BlobId } from "../../domain/image-ref.ts";
import { FoundCases } from "../../domain/found-cases.ts";
import { DEFAULT_VIEW, ProductId, View } from "../../domain/product.ts";
import { Box } from "../../domain/region.ts";
import { GumsaError } from "../../errors.ts";
import { atLeast } from "../access.ts";
import { sendBytes } from "../bytes.ts";
import type { ApiDeps } from "../env.ts";
import { checked, parsedJson, readForm } from "../form.ts";
import { file, formBody } from "../form-fields.ts";
import { type FormRoute, onForm } from "../form-route.ts";
import { given } from "../given.ts";
import { json } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { pictureAnswers } from "../pictures.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneProduct } from "./products.ts";

const Cases = z.object({ cases: z.array(Case.meta({ id: "Case" })) });
const OneCase = OneProduct.extend({ case: CaseId });

const listCases = createRoute({
  method: "get",
  path: "/v1/products/{product}/cases",
  tags: ["cases"],
  summary: "The known defects of a product",
  request: { params: OneProduct },
  responses: { 200: json(Cases, "By type and number."), ...problems("product_unknown") },
});

const searchCases = createRoute({
  method: "get",
  path: "/v1/products/{product}/cases/search",
  tags: ["cases"],
  summary: "Known defects by words: names of types, and what pictures show where a model of both is there",
  request: {
    params: OneProduct,
    query: z.object({
      words: z.string().min(1).max(500),
      count: z.coerce.number().int().min(1).max(50).default(5),
    }),
  },
  responses: {
    200: json(FoundCases.meta({ id: "FoundCases" }), "Those of a named type first."),
    ...problems("product_unknown"),
  },
});

const addCases: FormRoute = {
  method: "post",
  path: "/v1/products/{product}/cases",
  tags: ["cases"],
  summary: "Register pictures of a defect type: each gets the id product_type_number",
  role: "engineer",
  request: {
    params: OneProduct,
    headers: Preference,
    body: formBody(
      z.object({
        type: DefectCode,
        picture: file("Many under the same name."),
        mask: file("Of the only picture: white where the defect is.").optional(),
        box: z.string().optional().describe("JSON, of the only picture: x, y, width, height in pixels."),
        view: View.default(DEFAULT_VIEW),
      }),
    ),
  },
  responses: {
    201: json(Cases, "With their ids. A picture that is there already is not added twice."),
    202: accepted,
    ...problems(
      "role_insufficient",
      "body_too_large",
      "product_unknown",
      "type_unknown",
      "image_unreadable",
      "image_too_large",
      ...LONG_WORK_CODES,
    ),
  },
};

const getCasePicture = createRoute({
  method: "get",
  path: "/v1/products/{product}/cases/{case}/picture",
  tags: ["cases"],
  summary: "A case's picture itself",
  request: { params: OneCase },
  responses: { ...pictureAnswers, ...problems("product_unknown", "case_unknown", "blob_missing") },
});

const removeCase = createRoute({
  method: "delete",
  path: "/v1/products/{product}/cases/{case}",
  tags: ["cases"],
  summary: "Remove a case",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneCase },
  responses: {
    204: { description: "It is gone." },
    ...problems("role_insufficient", "product_unknown", "case_unknown"),
  },
});

export const caseRoutes = ({ inspector }: ApiDeps) => {
  const routes = createRouter();
  const known = async (product: string, id: string): Promise<Case> => {
    const found = (await inspector.cases.list(product)).find((entry) => entry.id === id);
    if (found) return found;
    throw new GumsaError("case_unknown", `${product} has no case ${id}.`, {
      hint: `GET /v1/products/${product}/cases lists them`,
    });
  };
  onForm(routes, addCases, async (context) => {
    const product = checked(ProductId, context.req.param("product"));
    const { fields, files } = await readForm(context);
    const { box, ...said } = checked(CaseFields, fields);
    const pictures = files.filter(({ field }) => field === "picture");
    const mask = files.find(({ field }) => field === "mask");
    refuseUnclear(pictures.length, mask !== undefined || box !== undefined);
    await inspector.products.show(product); // known, before anything is stored
    const place = given({
      box: box === undefined ? undefined : checked(Box, parsedJson(box, "box")),
      mask: mask && (await inspector.blobs.put(mask.bytes)),
    });
    const cases: { fileName: string; image: BlobId; type: string; view: string; box?: Box; mask?: BlobId }[] =
      [];
    for (const { fileName, bytes } of pictures) {
      cases.push({ ...said, ...place, fileName, image: await inspector.blobs.put(bytes) });
    }
    return answerWork(context, inspector, {
      task: { kind: "add_cases", subject: product, input: { product, cases } },
      result: z.array(Case),
      answer: (done) => context.json({ cases: done }, 201),
    });
  });
  return routes
    .openapi(listCases, async (context) =>
      context.json({ cases: await inspector.cases.list(context.req.valid("param").product) }, 200),
    )
    .openapi(searchCases, async (context) => {
      const { product } = context.req.valid("param");
      const { signal } = context.req.raw;
      return context.json(
        await inspector.cases.search({ product, ...context.req.valid("query") }, { signal }),
        200,
      );
    })
    .openapi(getCasePicture, async (context) => {
      const { product, case: id } = context.req.valid("param");
      const { image } = await known(product, id);
      const bytes = await inspector.blobs.get(image.id);
      return sendBytes(context, { bytes, mime: `image/${image.format}`, tag: image.id });
    })
    .openapi(removeCase, async (context) => {
      const { product, case: id } = context.req.valid("param");
      await known(product, id);
      await inspector.cases.remove(id);
      return context.body(null, 204);
    });
};

const CaseFields = z.object({
  type: DefectCode,
  view: View.default(DEFAULT_VIEW),
  box: z.string().optional(),
});

const refuseUnclear = (pictures: number, hasPlace: boolean): void => {
  if (pictures === 0) throw new GumsaError("usage_invalid", "The form has no file named picture.");
  if (hasPlace && pictures > 1)
    throw new GumsaError("usage_invalid", "A box or mask is of one picture; the form has several.");
};
