// The row of a product, for those that change a part of it. Inside a transaction.
import { Product } from "../domain/product.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { requireProduct } from "./known-product.ts";

/** Throws `product_unknown`. */
export const productIn = (database: Database, id: string): Product => {
  requireProduct(database, id);
  const [row] = database.rows(database.build.selectFrom("product").select("record").where("id", "=", id));
  return fromJson(Product, row?.record ?? "", `product ${id}`);
};

/** Throws `product_unknown`. */
export const changeProduct = (
  database: Database,
  id: string,
  changes: Partial<Omit<Product, "id" | "createdAt">>,
): Product => {
  const product = { ...productIn(database, id), ...changes };
  const record = toJson(Product, product);
  database.rows(database.build.updateTable("product").set({ record }).where("id", "=", id));
  return product;
};
