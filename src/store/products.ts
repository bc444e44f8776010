import { Product } from "../domain/product.ts";
import { GumsaError } from "../errors.ts";
import { putBank } from "./banks.ts";
import { addCase } from "./cases.ts";
import type { Database } from "./database.ts";
import { fromJson, toJson } from "./json-column.ts";
import { isKnownProduct, requireProduct } from "./known-product.ts";
import { addManual } from "./manuals.ts";
import { dropFromIndex } from "./passage-index.ts";
import { changeProduct } from "./product-rows.ts";
import { addReference } from "./references.ts";
import type { ProductRegistration, Store } from "./store.ts";

export const createProducts = (database: Database): Store["products"] => ({
  register: async (registration) => database.transaction(() => registerProduct(database, registration)),
  get: async (id) => {
    const [row] = database.rows(database.build.selectFrom("product").selectAll().where("id", "=", id));
    return row && productOf(row);
  },
  list: async () =>
    database.rows(database.build.selectFrom("product").selectAll().orderBy("id")).map(productOf),
  change: async (id, changes) => database.transaction(() => changeProduct(database, id, changes)),
  remove: async (id) => database.transaction(() => removeProduct(database, id)),
});

const registerProduct = (
  database: Database,
  { product, references, banks, manuals, cases }: ProductRegistration,
): void => {
  refuseKnown(database, product.id);
  const row = { id: product.id, record: toJson(Product, product) };
  database.rows(database.build.insertInto("product").values(row));
  for (const reference of references) addReference(database, reference);
  for (const bank of banks) putBank(database, bank);
  for (const manual of manuals) addManual(database, product.id, manual);
  for (const entry of cases) addCase(database, entry);
};

const refuseKnown = (database: Database, id: string): void => {
  if (!isKnownProduct(database, id)) return;
  throw new GumsaError("product_exists", `There is a product ${id} already.`, {
    hint: `Choose another id, or first: gumsa product remove ${id}`,
  });
};

/** References, banks and manuals hang on the product's row; only the search index knows no foreign keys. */
const removeProduct = (database: Database, id: string): void => {
  requireProduct(database, id);
  dropFromIndex(database, database.build.selectFrom("manual").select("id").where("product", "=", id));
  database.rows(database.build.deleteFrom("product").where("id", "=", id));
};

const productOf = ({ id, record }: { id: string; record: string }): Product =>
  fromJson(Product, record, `product ${id}`);
