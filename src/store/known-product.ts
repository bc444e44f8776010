import { GumsaError } from "../errors.ts";
import type { Database } from "./database.ts";

export const isKnownProduct = (database: Database, id: string): boolean =>
  database.rows(database.build.selectFrom("product").select("id").where("id", "=", id)).length > 0;

/** Throws `product_unknown`. Inside a transaction the product is there until its end. */
export const requireProduct = (database: Database, id: string): void => {
  if (isKnownProduct(database, id)) return;
  throw new GumsaError("product_unknown", `There is no product ${id}.`, { hint: "gumsa product list" });
};
