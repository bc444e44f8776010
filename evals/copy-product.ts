import type { Inspector, ProductSummary } from "../src/inspector.ts";

/** The product, its good pictures, cases and manuals in another store; a copy that is there is kept while it is the same. */
export const copyProduct = async (
  id: string,
  { from, to, signal }: { from: Inspector; to: Inspector; signal: AbortSignal },
): Promise<void> => {
  const original = await from.products.show(id);
  if ((await to.products.list()).some((product) => product.id === id)) {
    if (isSame(original, await to.products.show(id))) return;
    await to.products.remove(id);
  }
  await to.products.add(await from.products.sources(id), { signal });
};

/** The version of the bank tells the set of good pictures. */
const isSame = (a: ProductSummary, b: ProductSummary): boolean =>
  a.bank?.version === b.bank?.version &&
  a.product.alpha === b.product.alpha &&
  a.cases === b.cases &&
  a.manuals.map(({ documentId }) => documentId).join() ===
    b.manuals.map(({ documentId }) => documentId).join();
