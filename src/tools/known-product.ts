import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Store } from "../store/store.ts";

/** Throws `product_unknown`. */
export const knownProduct = async (id: string, store: Store): Promise<Product> => {
  const product = await store.products.get(id);
  if (product) return product;
  throw new GumsaError("product_unknown", `No product with the id ${id} is registered.`, {
    hint: `gumsa product add ${id} --good DIR`,
  });
};
