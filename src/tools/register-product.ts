import pMap from "p-map";
import { z } from "zod";
import { DefectTypes } from "../domain/defect-type.ts";
import { BlobId } from "../domain/image-ref.ts";
import { Bilingual } from "../domain/language.ts";
import { Alpha, DEFAULT_ALPHA, DEFAULT_VIEW, Product, ProductId, View } from "../domain/product.ts";
import type { Reference } from "../domain/reference.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { readHeader } from "../vision/decode.ts";
import { buildProductBank } from "./bank-builder.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { readManuals } from "./read-manuals.ts";

const GoodPicture = z.object({ fileName: z.string(), image: BlobId, view: View.default(DEFAULT_VIEW) });

export const registerProduct = defineTool({
  name: "register_product",
  description:
    "Register a product from its good pictures (stored before), its defect types and manuals: builds and calibrates the memory bank. All or nothing.",
  input: z.object({
    id: ProductId,
    names: Bilingual,
    alpha: Alpha.default(DEFAULT_ALPHA),
    types: DefectTypes.default([]),
    good: z.array(GoodPicture).min(1),
    manuals: z.array(z.object({ fileName: z.string(), file: BlobId })).default([]),
  }),
  output: Product,
  async run({ good, manuals, ...described }, context) {
    const { store } = context;
    await refuseTaken(described.id, store);
    const addedAt = new Date().toISOString();
    const views = [...new Set(good.map(({ view }) => view))];
    const product: Product = { ...described, views, createdAt: addedAt };
    const indexed = await readManuals(manuals, context);
    const references = await referencesOf(good, { product: product.id, addedAt, context });
    const banks = [];
    for (const view of views) {
      const ofView = references.filter((reference) => reference.view === view);
      const onProgress = (share: number) => context.onProgress?.("build_bank", share);
      const request = { product: product.id, view, references: ofView };
      banks.push(await buildProductBank(request, { onProgress, signal: context.signal }, context));
    }
    await store.products.register({ product, references, banks, manuals: indexed });
    return product;
  },
});

/** Known before the long work; the store itself refuses a second registration at the end. */
export const refuseTaken = async (id: string, store: Store): Promise<void> => {
  if (!(await store.products.get(id))) return;
  throw new GumsaError("product_exists", `A product with the id ${id} is already registered.`, {
    hint: `gumsa product remove ${id}, or choose another id`,
  });
};

/** One reference for each different picture: the same bytes twice are one good part, not two. */
const referencesOf = async (
  good: readonly z.output<typeof GoodPicture>[],
  { product, addedAt, context }: { product: string; addedAt: string; context: ToolContext },
): Promise<Reference[]> => {
  const different = [
    ...new Map(good.map((picture) => [`${picture.view} ${picture.image}`, picture])).values(),
  ];
  let done = 0;
  return pMap(
    different,
    async ({ image, fileName, view }) => {
      const bytes = await context.blobs.get(image);
      const { widthPx, heightPx, format, frames } = await readHeader(bytes, {
        fileName,
        maxPixels: context.maxPixels,
      });
      context.onProgress?.("read_pictures", ++done / different.length);
      const ref = { id: image, widthPx, heightPx, format, frames, sizeBytes: bytes.length };
      return { product, view, image: ref, fileName, addedAt };
    },
    { concurrency: 4 },
  );
};
