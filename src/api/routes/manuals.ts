import { createRoute, z } from "@hono/zod-openapi";
import { Coverage } from "../../domain/coverage.ts";
import { BlobId } from "../../domain/image-ref.ts";
import { Manual } from "../../domain/manual.ts";
import { ManualAnswer } from "../../domain/manual-answer.ts";
import { ProductId } from "../../domain/product.ts";
import { GumsaError } from "../../errors.ts";
import { atLeast } from "../access.ts";
import { sendBytes } from "../bytes.ts";
import type { ApiDeps } from "../env.ts";
import { checked, readForm } from "../form.ts";
import { file, formBody } from "../form-fields.ts";
import { type FormRoute, onForm } from "../form-route.ts";
import { given } from "../given.ts";
import { json } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { bytesAnswers } from "../pictures.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneProduct } from "./products.ts";

const Manuals = z.object({ manuals: z.array(Manual.meta({ id: "Manual" })) });

const listManuals = createRoute({
  method: "get",
  path: "/v1/products/{product}/manuals",
  tags: ["manuals"],
  summary: "The latest revision of each manual",
  request: { params: OneProduct },
  responses: { 200: json(Manuals, "By document."), ...problems("product_unknown") },
});

const addManuals: FormRoute = {
  method: "post",
  path: "/v1/products/{product}/manuals",
  tags: ["manuals"],
  summary: "Add PDF manuals; the same file name with other bytes is the next revision",
  role: "engineer",
  request: {
    params: OneProduct,
    headers: Preference,
    body: formBody(z.object({ manual: file("Many under the same name.") })),
  },
  responses: {
    201: json(Manuals, "As they are found from now on."),
    202: accepted,
    ...problems(
      "role_insufficient",
      "body_too_large",
      "product_unknown",
      "manual_unreadable",
      "manual_encrypted",
      "manual_without_text",
      ...LONG_WORK_CODES,
    ),
  },
};

const removeManual = createRoute({
  method: "delete",
  path: "/v1/products/{product}/manuals/{document}",
  tags: ["manuals"],
  summary: "Remove every revision of a manual; reports that cite it keep their pages",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneProduct.extend({ document: z.string().max(300) }) },
  responses: {
    204: { description: "It is gone." },
    ...problems("role_insufficient", "product_unknown", "manual_unknown"),
  },
});

const searchManuals = createRoute({
  method: "get",
  path: "/v1/products/{product}/manuals/search",
  tags: ["manuals"],
  summary:
    "Passages by a question, with document, revision, page and exact words; none where there is no answer",
  request: {
    params: OneProduct,
    query: z.object({
      question: z.string().min(1).max(1000),
      limit: z.coerce.number().int().min(1).max(50).default(5),
    }),
  },
  responses: {
    200: json(ManualAnswer.meta({ id: "ManualAnswer" }), "The best first."),
    ...problems("product_unknown"),
  },
});

const getCoverage = createRoute({
  method: "get",
  path: "/v1/products/{product}/manuals/coverage",
  tags: ["manuals"],
  summary: "Which defect types the manuals explain, and where they say nothing",
  request: { params: OneProduct },
  responses: { 200: json(Coverage.meta({ id: "Coverage" }), "By type."), ...problems("product_unknown") },
});

const getPage = createRoute({
  method: "get",
  path: "/v1/manuals/{documentId}/pages/{page}",
  tags: ["manuals"],
  summary: "A page as a citation names it, the quoted words marked; of earlier and removed revisions too",
  request: {
    params: z.object({ documentId: BlobId, page: z.coerce.number().int().min(1).max(100_000) }),
    query: z.object({
      quote: z.string().max(5000).optional().describe("The words to be marked."),
      part: z.enum(["page", "excerpt"]).default("page").describe("`excerpt`: only the strip around them."),
    }),
  },
  responses: {
    ...bytesAnswers("image/png", "The page as a PNG."),
    ...problems("manual_page_unknown", "manual_unreadable", "blob_missing"),
  },
});

export const manualRoutes = ({ inspector }: ApiDeps) => {
  const routes = createRouter();
  onForm(routes, addManuals, async (context) => {
    const product = checked(ProductId, context.req.param("product"));
    const { files } = await readForm(context);
    if (files.length === 0) throw new GumsaError("usage_invalid", "The form has no file named manual.");
    await inspector.products.show(product); // known, before anything is stored
    const manuals: { fileName: string; file: BlobId }[] = [];
    for (const { fileName, bytes } of files)
      manuals.push({ fileName, file: await inspector.blobs.put(bytes) });
    return answerWork(context, inspector, {
      task: { kind: "add_manuals", subject: product, input: { product, manuals } },
      result: z.array(Manual),
      answer: (done) => context.json({ manuals: done }, 201),
    });
  });
  return routes
    .openapi(listManuals, async (context) =>
      context.json({ manuals: await inspector.manuals.list(context.req.valid("param").product) }, 200),
    )
    .openapi(removeManual, async (context) => {
      const { product, document } = context.req.valid("param");
      await inspector.manuals.remove(product, document);
      return context.body(null, 204);
    })
    .openapi(searchManuals, async (context) => {
      const { product } = context.req.valid("param");
      const { question, limit } = context.req.valid("query");
      const { signal } = context.req.raw;
      return context.json(await inspector.manuals.search(product, question, limit, { signal }), 200);
    })
    .openapi(getCoverage, async (context) =>
      context.json(await inspector.manuals.coverage(context.req.valid("param").product), 200),
    )
    .openapi(getPage, async (context) => {
      const { documentId, page } = context.req.valid("param");
      const { quote, part } = context.req.valid("query");
      const { signal } = context.req.raw;
      const { png } = await inspector.manuals.page(documentId, page, { ...given({ quote, part }), signal });
      const tag = `${documentId} ${page} ${part} ${Buffer.from(quote ?? "").toString("base64url")}`;
      return sendBytes(context, { bytes: png, mime: "image/png", tag });
    });
};
