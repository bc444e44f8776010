import type { Inspection } from "../domain/inspection.ts";
import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";

/** An inspection with its product, where that is still registered. Throws `inspection_unknown`. */
export const recorded = async (
  id: string,
  { store }: { readonly store: Store },
): Promise<{ inspection: Inspection; product: Product | null }> => {
  const inspection = await store.inspections.get(id);
  if (!inspection) throw new GumsaError("inspection_unknown", `No inspection with the id ${id} is recorded.`);
  return { inspection, product: await productOf(inspection, store) };
};

export const productOf = async ({ product }: Inspection, store: Store): Promise<Product | null> =>
  product === null ? null : ((await store.products.get(product)) ?? null);
