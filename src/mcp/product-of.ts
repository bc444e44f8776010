import type { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import type { Inspector } from "../inspector.ts";

/** The named product, or the only one. Throws `product_required`, `product_unknown`. */
export const productOf = async (named: string | undefined, { products }: Inspector): Promise<Product> => {
  if (named !== undefined) return (await products.show(named)).product;
  const [first, ...others] = await products.list();
  if (first !== undefined && others.length === 0) return first;
  const ids = [first, ...others].flatMap((product) => (product ? [product.id] : []));
  throw new GumsaError(
    "product_required",
    ids.length === 0 ? "No product is registered." : `Several products are registered: ${ids.join(", ")}.`,
  );
};
