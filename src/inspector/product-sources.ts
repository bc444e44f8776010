// A product as it would be registered again elsewhere. The bank is a function of the set of good pictures, so that
// the copy's is the same to the last bit.
import type { CaseInput, ProductInput } from "./inputs.ts";
import { knownProduct } from "../tools/known-product.ts";
import type { Parts } from "./parts.ts";

/** Throws `product_unknown`. */
export const sourcesOf = async (id: string, { store, blobs }: Parts): Promise<ProductInput> => {
  const { names, alpha, types, views } = await knownProduct(id, store);
  const [cases, manuals] = await Promise.all([store.cases.list(id), store.manuals.list(id)]);
  const references = await Promise.all(views.map((view) => store.references.list(id, view)));
  return {
    id,
    names,
    alpha,
    types,
    good: references.flat().map(({ fileName, image }) => ({ fileName, read: () => blobs.get(image.id) })),
    cases: cases.map(
      ({ fileName, type, view, box, image }): CaseInput => ({
        fileName,
        type,
        view,
        read: () => blobs.get(image.id),
        ...(box && { box }),
      }),
    ),
    manuals: await Promise.all(
      manuals.map(async ({ document, documentId }) => ({
        fileName: document,
        bytes: await blobs.get(documentId),
      })),
    ),
  };
};
