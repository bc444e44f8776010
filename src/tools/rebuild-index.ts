import { z } from "zod";
import { ProductIndex } from "../domain/product-index.ts";
import { type Product, ProductId, type View } from "../domain/product.ts";
import { buildProductBank } from "./bank-builder.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";
import { knownProduct } from "./known-product.ts";

export const rebuildIndex = defineTool({
  name: "rebuild_index",
  description:
    "Build a product's memory banks, vectors and box thresholds anew from its good pictures and cases. The old ones serve until the new ones stand.",
  input: z.object({ product: ProductId }),
  output: ProductIndex,
  async run({ product: id }, context) {
    const product = await knownProduct(id, context.store);
    for (const view of product.views) await rebuild(product, view, context);
    return indexOf(product, context.store);
  },
});

const rebuild = async ({ id, model: name }: Product, view: View, context: ToolContext): Promise<void> => {
  const { store, models, vectors, grounders, signal } = context;
  const references = await store.references.list(id, view);
  const progress = (step: "build_bank" | "describe_pictures") => (share: number) =>
    context.onProgress?.(step, share);
  const request = { product: id, view, references, model: name };
  const record = await buildProductBank(request, { onProgress: progress("build_bank"), signal }, context);
  await store.banks.put(record);
  const bank = { record, model: await models.features(record.model) };
  await vectors.complete(bank, { onProgress: progress("describe_pictures"), signal });
  await grounders.of(bank, progress("describe_pictures"));
};

/** As it stands. */
export const indexOf = async (
  { id, views }: Product,
  store: ToolContext["store"],
): Promise<z.output<typeof ProductIndex>> => ({
  product: id,
  views: await Promise.all(views.map((view) => viewOf(id, view, store))),
});

const viewOf = async (product: string, view: View, store: ToolContext["store"]) => {
  const record = await store.banks.get(product, view);
  const count = async (set: "cases" | "good" | "spots"): Promise<number> =>
    (await store.vectors.keys({ product, view, set })).length;
  const [cases, good, spots] = await Promise.all([count("cases"), count("good"), count("spots")]);
  return {
    view,
    references: (await store.references.list(product, view)).length,
    cases: (await store.cases.list(product)).filter((entry) => entry.view === view).length,
    bank: record
      ? {
          version: record.file,
          model: record.model,
          modelSha256: record.modelSha256,
          inputLongEdgePx: record.inputLongEdgePx,
          builtAt: record.builtAt,
        }
      : null,
    inBank: record?.leftOutScores.length ?? 0,
    vectors: { cases, good, spots },
  };
};
