// The good pictures of a product. Every edit builds its memory bank anew; taking an edit back gives the one before.
import { createRoute, z } from "@hono/zod-openapi";
import { DEFAULT_VIEW, ProductId, View } from "../../domain/product.ts";
import { Reference } from "../../domain/reference.ts";
import { ReferenceChange } from "../../domain/reference-change.ts";
import { GumsaError } from "../../errors.ts";
import { atLeast } from "../access.ts";
import { sendBytes } from "../bytes.ts";
import type { ApiDeps } from "../env.ts";
import { checked, readForm } from "../form.ts";
import { file, formBody } from "../form-fields.ts";
import { type FormRoute, onForm } from "../form-route.ts";
import { json } from "../json.ts";
import { accepted, answerWork, LONG_WORK_CODES, Preference } from "../long-work.ts";
import { pictureAnswers } from "../pictures.ts";
import { problems } from "../problem.ts";
import { createRouter } from "../router.ts";
import { OneProduct } from "./products.ts";

const ChangeDocument = ReferenceChange.meta({ id: "ReferenceChange" });
const OneReference = OneProduct.extend({
  reference: z.string().max(300).describe("Its file name, or its id where several go by the same name."),
});

const listReferences = createRoute({
  method: "get",
  path: "/v1/products/{product}/references",
  tags: ["references"],
  summary: "The good pictures of a product",
  request: { params: OneProduct },
  responses: {
    200: json(
      z.object({ references: z.array(Reference.meta({ id: "Reference" })) }),
      "In the order in which they were added.",
    ),
    ...problems("product_unknown"),
  },
});

const addReferences: FormRoute = {
  method: "post",
  path: "/v1/products/{product}/references",
  tags: ["references"],
  summary: "Add good pictures; the memory bank is built anew",
  role: "engineer",
  request: {
    params: OneProduct,
    headers: Preference,
    body: formBody(z.object({ good: file("Many under the same name."), view: View.default(DEFAULT_VIEW) })),
  },
  responses: {
    200: json(ChangeDocument, "What the edit did. A picture that is there already is not added twice."),
    202: accepted,
    ...problems(
      "role_insufficient",
      "body_too_large",
      "product_unknown",
      "image_unreadable",
      "image_too_large",
      "references_changed",
      ...LONG_WORK_CODES,
    ),
  },
};

const removeReference = createRoute({
  method: "delete",
  path: "/v1/products/{product}/references/{reference}",
  tags: ["references"],
  summary: "Remove a good picture; the memory bank is built anew",
  middleware: [atLeast("engineer")] as const,
  request: { params: OneReference, headers: Preference },
  responses: {
    200: json(ChangeDocument, "What the edit did."),
    202: accepted,
    ...problems(
      "role_insufficient",
      "product_unknown",
      "reference_unknown",
      "references_too_few",
      "references_changed",
      ...LONG_WORK_CODES,
    ),
  },
});

const getReferencePicture = createRoute({
  method: "get",
  path: "/v1/products/{product}/references/{reference}/picture",
  tags: ["references"],
  summary: "A good picture itself",
  request: { params: OneReference },
  responses: { ...pictureAnswers, ...problems("product_unknown", "reference_unknown", "blob_missing") },
});

export const referenceRoutes = ({ inspector }: ApiDeps) => {
  const routes = createRouter();
  const named = async (product: string, name: string): Promise<Reference> => {
    const all = await inspector.references.list(product);
    const found = all.filter(({ image, fileName }) => image.id === name || fileName === name);
    const [only] = found;
    if (only && found.length === 1) return only;
    throw new GumsaError(
      "reference_unknown",
      `${product} has ${found.length} good pictures called ${name}.`,
      {
        hint: `GET /v1/products/${product}/references lists their ids`,
      },
    );
  };
  onForm(routes, addReferences, async (context) => {
    const product = checked(ProductId, context.req.param("product"));
    const { fields, files } = await readForm(context);
    if (files.length === 0) throw new GumsaError("usage_invalid", "The form has no picture named good.");
    await inspector.products.show(product); // known, before anything is stored
    const good = [];
    for (const { fileName, bytes } of files) good.push({ fileName, image: await inspector.blobs.put(bytes) });
    const input = { product, view: checked(View, fields.view ?? DEFAULT_VIEW), good };
    return answerWork(context, inspector, {
      task: { kind: "add_references", subject: product, input },
      result: ReferenceChange,
      answer: (done) => context.json(done, 200),
    });
  });
  return routes
    .openapi(listReferences, async (context) => {
      const { product } = context.req.valid("param");
      return context.json({ references: await inspector.references.list(product) }, 200);
    })
    .openapi(removeReference, async (context) => {
      const { product, reference } = context.req.valid("param");
      const { view, image } = await named(product, reference);
      const input = { product, view, images: [image.id] };
      return answerWork(context, inspector, {
        task: { kind: "remove_references", subject: product, input },
        result: ReferenceChange,
        answer: (done) => context.json(done, 200),
      });
    })
    .openapi(getReferencePicture, async (context) => {
      const { product, reference } = context.req.valid("param");
      const { image } = await named(product, reference);
      const bytes = await inspector.blobs.get(image.id);
      return sendBytes(context, { bytes, mime: `image/${image.format}`, tag: image.id });
    });
};
